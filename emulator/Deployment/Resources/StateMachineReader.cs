using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Deployment.References;

namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>Reads an <c>AWS::Serverless::StateMachine</c>.</summary>
internal static class StateMachineReader
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Known = ["Name", "Type", "Definition", "DefinitionUri", "DefinitionSubstitutions", "Role"];

    private static readonly string[] WithoutLocalMeaning =
    [
        "Policies", "RolePath", "PermissionsBoundary", "Logging", "Tracing", "Tags", "PropagateTags", "AutoPublishAlias",
        "DeploymentPreference", "UseAliasAsEventTarget",
    ];

    public static StateMachineResource Read(ResourceDeclaration declaration, TemplateScope scope)
    {
        var it = new PropertyReader(declaration.Properties, declaration.Path, scope.Resolver, Known, WithoutLocalMeaning);
        it.OneOf("Type", "STANDARD");
        var identity = scope.Resources.Identify(declaration, it.At("Name"));
        PhysicalName.CheckStateMachine(identity, it.At("Name"));
        var definition = it.Value("Definition") switch
        {
            null => null,
            JsonObject inline => inline.ToJsonString(Written),
            _ => throw new TemplateException(it.At("Definition"), "it must be a mapping."),
        };
        var uri = it.Text("DefinitionUri");
        if (definition is null == uri is null)
            throw new TemplateException(it.At("DefinitionUri"), "exactly one of Definition and DefinitionUri is required.");
        return new StateMachineResource(
            declaration.LogicalId,
            identity.Name,
            identity.Arn("states", "stateMachine:"),
            it.Text("Role") ?? $"arn:aws:iam::{scope.Settings.AccountId}:role/{scope.Settings.StackName}-{declaration.LogicalId}Role",
            definition,
            uri,
            it.Texts("DefinitionSubstitutions"));
    }
}
