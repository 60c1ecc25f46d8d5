using System.Reflection;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Amazon.StepFunctions;

namespace KakaoWorkflow.Tests.Compat;

/// <summary>
/// Holds each subset to a list that was compared with the official package, and, when the build uses that, the package to the list: what compiles
/// here compiles there.
/// </summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Packages => [.. Assemblies.Keys];

    private static Dictionary<string, Assembly> Assemblies { get; } = new Type[]
    {
        typeof(ILambdaContext),
        typeof(SQSEvent),
        typeof(APIGatewayHttpApiV2ProxyRequest),
        typeof(JsonSerializerException),
        typeof(LambdaBootstrap),
        typeof(IAmazonStepFunctions),
    }.ToDictionary(type => type.Assembly.GetName().Name!, type => type.Assembly);

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_PublicSurface_IsTheListed(string package)
    {
        var listed = File.ReadAllLines(Path.Combine(Repository(), "tests", "Compat", "Surface", $"{package}.txt"));

        var actual = PublicSurface.Of(Assemblies[package]);

        listed.Except(actual, StringComparer.Ordinal).ShouldBeEmpty("The package lacks what the list has.");
        if (IsSubset(Assemblies[package]))
        {
            actual.Except(listed, StringComparer.Ordinal).ShouldBeEmpty("The subset has what the list lacks: does the official package have it?");
        }
    }

    [Fact]
    public void Subsets_Annotations_AreAbsentAsInTheOfficialPackages()
    {
        foreach (var (package, assembly) in Assemblies)
        {
            assembly.GetExportedTypes()
                .Where(type => type.CustomAttributes.Any(item => item.AttributeType.Name == "NullableContextAttribute"))
                .ShouldBeEmpty($"{package} must be compiled without nullable annotations.");
        }
    }

    private static bool IsSubset(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(item => item is { Key: "AwsPackages", Value: "compat" });

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "KakaoWorkflow.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
