using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>What is deployed, read from the files that are deployed.</summary>
internal static class Template
{
    public const string Region = "ap-northeast-2";

    public static Stack Stack { get; } = SamTemplate.Read(
        File.ReadAllText(PathOf("template.yaml")),
        new StackSettings
        {
            StackName = LocalHostOptions.StackName,
            Region = Region,
            Parameters = new Dictionary<string, string> { ["PublicBaseUrl"] = TestSettings.PublicBaseUrl },
        });

    public static TableResource Table { get; } = Stack.Tables.ShouldHaveSingleItem();

    /// <summary>The state machine's text, function ARNs and queue URL filled in.</summary>
    public static string Definition { get; } =
        Stack.StateMachines.ShouldHaveSingleItem().Substitute(File.ReadAllText(PathOf("statemachine.asl.json")));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
