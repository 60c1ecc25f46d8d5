using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>A resource as the template has it, SAM's globals merged in.</summary>
internal sealed record ResourceDeclaration(string LogicalId, ResourceKind Kind, JsonObject Properties, string? Condition)
{
    private const string PropertiesKey = "Properties";
    private const string ConditionKey = "Condition";

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal, "Type", PropertiesKey, ConditionKey, "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata");

    /// <summary>The path of its properties.</summary>
    public string Path => $"Resources.{LogicalId}.Properties";

    public static ResourceDeclaration Read(string id, JsonNode? node, Globals globals)
    {
        var path = $"Resources.{id}";
        var declaration = node as JsonObject ?? throw new TemplateException(path, "it must be a mapping.");
        if (declaration.Select(entry => entry.Key).FirstOrDefault(key => !Known.Contains(key)) is { } unknown)
            throw new TemplateException($"{path}.{unknown}", "this attribute of a resource is not supported.");
        var type = Scalar.Text(declaration["Type"]) ?? throw new TemplateException($"{path}.Type", "it must be text.");
        var kind = ResourceKind.Of(type)
            ?? throw new TemplateException($"{path}.Type", $"the emulator does not know resources of type {type}.");
        var properties = declaration[PropertiesKey] switch
        {
            null => [],
            JsonObject given => given,
            _ => throw new TemplateException($"{path}.{PropertiesKey}", "it must be a mapping."),
        };
        return new ResourceDeclaration(id, kind, globals.MergeInto(type, properties), Scalar.Text(declaration[ConditionKey]));
    }
}
