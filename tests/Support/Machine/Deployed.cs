using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Tests.Support.Cafes;

namespace KakaoWorkflow.Tests.Support.Machine;

/// <summary>The files that are deployed, as the build copies them beside the tests, and what they deploy.</summary>
internal static class Deployed
{
    public const string Region = "ap-northeast-2";

    public static string TemplatePath { get; } = Path.Combine(AppContext.BaseDirectory, "template.yaml");

    public static string DefinitionPath { get; } = Path.Combine(AppContext.BaseDirectory, "statemachine.asl.json");

    public static string Template { get; } = File.ReadAllText(TemplatePath);

    /// <summary>The definition as it is in the repository, placeholders and all.</summary>
    public static string Definition { get; } = File.ReadAllText(DefinitionPath);

    public static Stack Stack { get; } = SamTemplate.Read(Template, new StackSettings
    {
        StackName = LocalHostOptions.StackName,
        Region = Region,
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["PublicBaseUrl"] = TestSettings.PublicBaseUrl },
    });

    public static TableResource Table { get; } = Stack.Tables.ShouldHaveSingleItem();

    /// <summary>The definition with function ARNs and queue URL filled in.</summary>
    public static string FilledDefinition { get; } = StateMachine.Substitute(Definition);

    public static StateMachineResource StateMachine => Stack.StateMachines.Single();

    public static FunctionConfiguration? FunctionOfArn(string? arn) => Stack.Functions.FirstOrDefault(function => function.Arn == arn);
}
