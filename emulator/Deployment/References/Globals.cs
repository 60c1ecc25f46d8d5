using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>
/// SAM's <c>Globals</c>, merged into resources as SAM does: a scalar of the resource wins, mappings are merged,
/// and a global list goes in front of the resource's.
/// </summary>
internal sealed class Globals
{
    private static readonly FrozenDictionary<string, (string Type, FrozenSet<string> Properties)> Sections =
        new Dictionary<string, (string, FrozenSet<string>)>
        {
            ["Function"] = ("AWS::Serverless::Function", Names(
                "Handler", "Runtime", "CodeUri", "Description", "MemorySize", "Timeout", "Environment", "Tags", "Tracing", "Architectures",
                "AutoPublishAlias", "DeploymentPreference", "PermissionsBoundary", "ReservedConcurrentExecutions", "EventInvokeConfig",
                "EphemeralStorage", "SnapStart", "RuntimeManagementConfig", "LoggingConfig", "PropagateTags", "RolePath", "RecursiveLoop")),
            ["StateMachine"] = ("AWS::Serverless::StateMachine", Names("PropagateTags")),
            ["HttpApi"] = ("AWS::Serverless::HttpApi", Names(
                "AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "Tags", "PropagateTags", "FailOnWarnings")),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, JsonObject> _byType = new(StringComparer.Ordinal);

    public Globals(JsonObject globals)
    {
        foreach (var (section, node) in globals)
        {
            var path = $"Globals.{section}";
            if (!Sections.TryGetValue(section, out var known))
                throw new TemplateException(path, "this section of Globals is not supported.");
            var properties = node as JsonObject ?? throw new TemplateException(path, "it must be a mapping.");
            if (properties.Select(entry => entry.Key).FirstOrDefault(key => !known.Properties.Contains(key)) is { } unknown)
                throw new TemplateException($"{path}.{unknown}", "SAM does not take this property here, or the emulator does not know it.");
            _byType.Add(known.Type, properties);
        }
    }

    /// <summary>The properties with the globals of their type; the argument is not changed.</summary>
    public JsonObject MergeInto(string type, JsonObject properties) =>
        _byType.TryGetValue(type, out var globals) ? (JsonObject)Merge(globals, properties) : properties;

    private static JsonNode Merge(JsonNode global, JsonNode local) => (global, local) switch
    {
        (JsonObject left, JsonObject right) when !IsCall(left) && !IsCall(right) => MergeMappings(left, right),
        (JsonArray left, JsonArray right) => new JsonArray([.. left.Concat(right).Select(item => item!.DeepClone())]),
        _ => local.DeepClone(),
    };

    private static JsonObject MergeMappings(JsonObject global, JsonObject local)
    {
        var result = new JsonObject();
        foreach (var (key, value) in global)
            result.Add(key, local[key] is { } own ? Merge(value!, own) : value!.DeepClone());
        foreach (var (key, value) in local)
        {
            if (!result.ContainsKey(key))
                result.Add(key, value!.DeepClone());
        }
        return result;
    }

    private static bool IsCall(JsonObject mapping) => mapping.Count == 1 && Resolver.IsFunction(mapping.First().Key);

    private static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
