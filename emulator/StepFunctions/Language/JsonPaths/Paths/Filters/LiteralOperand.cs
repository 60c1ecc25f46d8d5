using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary>A number, a string, true, false or null.</summary>
internal sealed record LiteralOperand(JsonNode? Value) : FilterOperand
{
    public override bool TryRead(JsonNode? current, JsonNode? root, out JsonNode? value)
    {
        value = Value;
        return true;
    }
}
