using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Tests.Support.Machine;

/// <summary>The files that are deployed, as the build copies them beside the tests, and what they deploy.</summary>
internal static class Deployed
{
    public static string TemplatePath { get; } = Path.Combine(AppContext.BaseDirectory, "template.yaml");

    public static string DefinitionPath { get; } = Path.Combine(AppContext.BaseDirectory, "statemachine.asl.json");

    public static string Template { get; } = File.ReadAllText(TemplatePath);

    /// <summary>The definition as it is in the repository, placeholders and all.</summary>
    public static string Definition { get; } = File.ReadAllText(DefinitionPath);

    public static Stack Stack { get; } = SamTemplate.Read(Template, new StackSettings
    {
        StackName = LocalHostOptions.StackName,
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["PublicBaseUrl"] = "https://cafe.example" },
    });

    public static StateMachineResource StateMachine => Stack.StateMachines.Single();

    public static FunctionConfiguration? FunctionOfArn(string? arn) => Stack.Functions.FirstOrDefault(function => function.Arn == arn);
}
