using System.Collections.Frozen;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Deployment.References;
using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.Deployment.Yaml;

namespace KakaoWorkflow.Emulator.Deployment;

/// <summary>
/// Reads an AWS SAM template: the same file that is deployed to AWS says what runs on one machine, so nothing is configured twice.
/// What it does not understand it refuses, with the path, instead of running something else than AWS would.
/// </summary>
internal static class SamTemplate
{
    private const string Transform = "AWS::Serverless-2016-10-31";

    private static readonly FrozenSet<string> Sections = FrozenSet.Create(
        StringComparer.Ordinal,
        "AWSTemplateFormatVersion", "Transform", "Description", "Metadata", "Globals", "Parameters", "Mappings", "Conditions", "Resources",
        "Outputs");

    /// <summary>Reads and resolves a template. Pure: no file is opened, no secret is read.</summary>
    /// <param name="text">The template: YAML or JSON, with short or long function names.</param>
    /// <param name="settings">Names, addresses, parameter values.</param>
    /// <exception cref="TemplateException">Something in the template is unknown, missing or wrong; its <c>Path</c> says where.</exception>
    public static Stack Read(string text, StackSettings settings)
    {
        var template = TemplateYaml.Read(text);
        if (template.Select(entry => entry.Key).FirstOrDefault(key => !Sections.Contains(key)) is { } unknown)
            throw new TemplateException(unknown, "this section of a template is not supported.");
        if (Scalar.Text(template["Transform"]) is var transform and not Transform)
            throw new TemplateException("Transform", $"it must be {Transform}, not {transform ?? "absent"}.");

        var scope = new TemplateScope(template, settings);
        var queues = scope.Resources.OfType("AWS::SQS::Queue").Select(it => QueueReader.Read(it, scope)).ToList();
        var functions = scope.Resources.OfType("AWS::Serverless::Function").Select(it => FunctionReader.Read(it, scope)).ToList();
        var apis = scope.Resources.OfType("AWS::Serverless::HttpApi").ToList();
        foreach (var api in apis)
            HttpApiReader.Check(api, scope);
        var events = functions.SelectMany(it => new EventsReader(it, queues, scope).Read()).ToList();
        var stack = new Stack(
            settings,
            functions,
            queues,
            [.. scope.Resources.OfType("AWS::DynamoDB::Table").Select(it => TableReader.Read(it, scope))],
            [.. scope.Resources.OfType("AWS::Serverless::StateMachine").Select(it => StateMachineReader.Read(it, scope))],
            [.. events.OfType<RouteResource>()],
            [.. events.OfType<EventSourceResource>()],
            [.. events.OfType<ScheduleResource>()],
            Outputs(template, scope));
        StackChecks.Run(stack);
        return stack;
    }

    /// <summary>The names of a template's parameters, for a caller that has values only for some.</summary>
    /// <exception cref="TemplateException">The text is not YAML or JSON.</exception>
    public static IReadOnlySet<string> ParameterNames(string text) =>
        (TemplateYaml.Read(text)["Parameters"] as JsonObject)?.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal) ?? [];

    private static Dictionary<string, string> Outputs(JsonObject template, TemplateScope scope)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in template["Outputs"] as JsonObject ?? [])
        {
            var path = $"Outputs.{name}";
            var output = new PropertyReader(
                node as JsonObject ?? throw new TemplateException(path, "it must be a mapping."),
                path,
                scope.Resolver,
                ["Value", "Condition"],
                ["Description", "Export"]);
            if (output.Text("Condition") is not { } condition || scope.Conditions.Holds(condition, output.At("Condition")))
                result.Add(name, output.RequiredText("Value"));
        }
        return result;
    }
}
