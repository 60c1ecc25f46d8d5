namespace KakaoWorkflow.Tests.Emulator.Deployment;

/// <summary>Small templates for tests.</summary>
internal static class TemplateText
{
    public const string Header = "Transform: AWS::Serverless-2016-10-31\n";

    /// <summary>A queue whose name is the value under test, so that any function can be evaluated in it.</summary>
    public static string Evaluate(string yamlValue, string sections = "", StackSettings? settings = null)
    {
        var text = $"{Header}{sections}\nResources:\n  Other: {{ Type: AWS::SQS::Queue, Properties: {{ QueueName: other }} }}\n"
            + $"  Machine: {{ Type: AWS::Serverless::StateMachine, Properties: {{ DefinitionUri: m.json, DefinitionSubstitutions: {{ Value: {yamlValue} }} }} }}\n";
        return SamTemplate.Read(text, settings ?? new StackSettings()).StateMachines.Single().Substitutions["Value"];
    }

    public static Stack Read(string resources, string sections = "") =>
        SamTemplate.Read($"{Header}{sections}\nResources:\n{resources}", new StackSettings());

    /// <summary>A template with one function and further properties, each line at the right depth.</summary>
    public static Stack Function(string properties, string resources = "", string sections = "") => Read(
        $"""
          Work:
            Type: AWS::Serverless::Function
            Properties:
              Handler: work
              Runtime: provided.al2023
              CodeUri: .
        {Indent(properties, 6)}
        {resources}
        """,
        sections);

    public static string Indent(string text, int spaces) =>
        string.Join('\n', text.Split('\n').Select(line => new string(' ', spaces) + line));
}
