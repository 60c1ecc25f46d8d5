using System.Text.RegularExpressions;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Randomness;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>Each function gets the variables that its code reads at its cold start, and no others.</summary>
public sealed partial class TemplateVariableTests
{
    /// <summary>32 bytes in base64: good for a signing key, and of the right length and alphabet for every other secret.</summary>
    private const string Secret = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /// <summary>The code has a default for these.</summary>
    private static readonly string[] Optional = ["KAKAOPAY_CID_SECRET", .. Settings.All.Select(setting => setting.Variable)];

    private static readonly Dictionary<string, string> SetByLambda = new(StringComparer.Ordinal)
    {
        ["AWS_REGION"] = "ap-northeast-2",
        ["AWS_ACCESS_KEY_ID"] = "key",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_SESSION_TOKEN"] = "token",
    };

    public static TheoryData<string> Handlers { get; } = [.. FunctionCatalog.Names.Order()];

    [Theory]
    [MemberData(nameof(Handlers))]
    public void Function_WithTheTemplatesVariables_StartsAndReadsThemAll(string handler)
    {
        var function = TemplateResource.Functions.Single(it => it.Handler == handler);
        var own = function.OwnProperties["Environment"]?["Variables"]?.AsObject().Select(variable => variable.Key) ?? [];
        own.Except(Start(handler, VariablesOf(handler))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public void Function_WithoutAVariableThatItReads_SaysWhichIsMissing(string handler)
    {
        var variables = VariablesOf(handler);
        foreach (var name in Start(handler, variables).Intersect(variables.Keys).Except(Optional))
        {
            var without = variables.Where(variable => variable.Key != name).ToDictionary(StringComparer.Ordinal);
            Should.Throw<MissingVariableException>(() => Start(handler, without)).Variable.ShouldBe(name);
        }
    }

    /// <summary>What one function does otherwise, another must not do by the default.</summary>
    [Theory]
    [MemberData(nameof(Handlers))]
    public void Function_ReadsASettingThatTheTemplateGives_AndIsGivenIt(string handler)
    {
        var given = Deployed.Stack.Functions.SelectMany(function => function.Variables.Keys).Intersect(Optional);
        Start(handler, VariablesOf(handler)).Intersect(given).Except(VariablesOf(handler).Keys).ShouldBeEmpty();
    }

    /// <summary>SAM gives the globals' variables to each function; each is worth it when most functions read it.</summary>
    [Fact]
    public void GlobalVariables_AreReadByMostFunctions()
    {
        var global = TemplateResource.Document["Globals"]!["Function"]!["Environment"]!["Variables"]!.AsObject().Select(it => it.Key);
        var readers = FunctionCatalog.Names
            .SelectMany(handler => Start(handler, VariablesOf(handler)))
            .CountBy(name => name)
            .ToDictionary();
        foreach (var name in global)
            readers[name].ShouldBeGreaterThan(FunctionCatalog.Names.Count / 2);
    }

    [Fact]
    public void Secrets_AreDynamicReferencesAndNothingElseIs()
    {
        foreach (var function in Deployed.Stack.Functions)
        {
            foreach (var (name, value) in function.Variables.Where(variable => variable.Value.Length > 0 || !Optional.Contains(variable.Key)))
            {
                var isReference = value.StartsWith("{{resolve:secretsmanager:kakao-workflow:SecretString:", StringComparison.Ordinal)
                    && value.EndsWith("}}", StringComparison.Ordinal);
                isReference.ShouldBe(SecretName().IsMatch(name), $"{function.Handler}: {name}");
            }
        }
    }

    private static Dictionary<string, string> VariablesOf(string handler) => Deployed.Stack.Functions
        .Single(function => function.Handler == handler).Variables
        .ToDictionary(it => it.Key, it => DynamicReference.Resolve(it.Value, it.Key, _ => Secret), StringComparer.Ordinal);

    /// <summary>Starts the function and answers the names of the variables that it read.</summary>
    private static HashSet<string> Start(string handler, Dictionary<string, string> variables)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        FunctionCatalog.Create(handler, new FunctionEnvironment(Read, new FakeTimeProvider(), new SeededRandomSource(1).Fill));
        return read;

        string? Read(string name)
        {
            read.Add(name);
            return variables.GetValueOrDefault(name) ?? SetByLambda.GetValueOrDefault(name);
        }
    }

    [GeneratedRegex("(KEY|KEYS|SECRET|TOKEN|PASSWORD)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretName();
}
