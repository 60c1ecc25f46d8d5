using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>What names in a template stand for: parameters, mappings, conditions and resources.</summary>
internal sealed class TemplateScope
{
    public TemplateScope(JsonObject template, StackSettings settings)
    {
        Settings = settings;
        Mappings = Section(template, "Mappings");
        Resolver = new Resolver(this);
        Parameters = new ParameterValues(Section(template, "Parameters"), settings.Parameters);
        Conditions = new Conditions(Section(template, "Conditions"), this);
        Resources = new ResourceDirectory(Section(template, "Resources"), Section(template, "Globals"), this);
    }

    public StackSettings Settings { get; }

    public JsonObject Mappings { get; }

    public ParameterValues Parameters { get; }

    public Conditions Conditions { get; }

    public ResourceDirectory Resources { get; }

    public Resolver Resolver { get; }

    private static JsonObject Section(JsonObject template, string name) => template[name] switch
    {
        null => [],
        JsonObject section => section,
        _ => throw new TemplateException(name, "it must be a mapping."),
    };
}
