using KakaoWorkflow.Emulator.Deployment.References;
using KakaoWorkflow.Emulator.Deployment.Yaml;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>A resource of the template as it is written, nothing resolved, with SAM's globals and without them.</summary>
/// <param name="LogicalId">Its key under <c>Resources</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Properties">Its properties with the globals.</param>
/// <param name="OwnProperties">Its properties without them.</param>
/// <param name="Metadata">Its metadata; empty where it has none.</param>
internal sealed record TemplateResource(
    string LogicalId, string Type, JsonObject Properties, JsonObject OwnProperties, JsonObject Metadata)
{
    public const string FunctionType = "AWS::Serverless::Function";

    public static JsonObject Document { get; } = TemplateYaml.Read(Deployed.Template);

    public static IReadOnlyList<TemplateResource> All { get; } = ReadAll();

    public static IEnumerable<TemplateResource> Functions => OfType(FunctionType);

    /// <summary>Its handler; for functions only.</summary>
    public string Handler => Properties[nameof(Handler)]!.GetValue<string>();

    public static IEnumerable<TemplateResource> OfType(string type) => All.Where(resource => resource.Type == type);

    public override string ToString() => LogicalId;

    private static List<TemplateResource> ReadAll()
    {
        var globals = new Globals(Document["Globals"]!.AsObject());
        return
        [
            .. from resource in Document["Resources"]!.AsObject()
               let body = resource.Value!.AsObject()
               let own = body[nameof(Properties)]?.AsObject() ?? []
               let declaration = ResourceDeclaration.Read(resource.Key, body, globals)
               select new TemplateResource(
                   resource.Key, declaration.Kind.Type, declaration.Properties, own, body[nameof(Metadata)]?.AsObject() ?? []),
        ];
    }
}
