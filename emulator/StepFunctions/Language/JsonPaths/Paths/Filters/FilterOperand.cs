using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary>One side of a comparison.</summary>
internal abstract record FilterOperand
{
    /// <summary>The value; false when there is none.</summary>
    public abstract bool TryRead(JsonNode? current, JsonNode? root, out JsonNode? value);

    /// <summary>A number, a string, true, false or null.</summary>
    public sealed record Literal(JsonNode? Value) : FilterOperand
    {
        public override bool TryRead(JsonNode? current, JsonNode? root, out JsonNode? value)
        {
            value = Value;
            return true;
        }
    }

    /// <summary>A path from <c>@</c> or <c>$</c>.</summary>
    public sealed record Path(PathRoot Root, PathSteps Steps) : FilterOperand
    {
        public override bool TryRead(JsonNode? current, JsonNode? root, out JsonNode? value) =>
            Steps.TryRead(Root == PathRoot.Current ? current : root, root, out value);

        public bool FindsAny(JsonNode? current, JsonNode? root) =>
            Steps.FindsAny(Root == PathRoot.Current ? current : root, root);
    }
}
