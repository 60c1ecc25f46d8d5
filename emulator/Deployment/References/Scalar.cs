using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>Texts, numbers and booleans of a template, which CloudFormation takes for one another.</summary>
internal static class Scalar
{
    /// <summary>The scalar as text, or null for anything else.</summary>
    public static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.ToJsonString(),
        _ => null,
    };
}
