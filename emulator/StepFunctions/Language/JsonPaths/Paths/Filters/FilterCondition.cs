using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary>The condition of a filter.</summary>
internal abstract record FilterCondition
{
    /// <summary>Whether it holds for the node that <c>@</c> stands for.</summary>
    public abstract bool Holds(JsonNode? current, JsonNode? root);

    /// <summary><c>a &amp;&amp; b</c>.</summary>
    public sealed record All(IReadOnlyList<FilterCondition> Conditions) : FilterCondition
    {
        public override bool Holds(JsonNode? current, JsonNode? root) =>
            Conditions.All(condition => condition.Holds(current, root));
    }

    /// <summary><c>a || b</c>.</summary>
    public sealed record Any(IReadOnlyList<FilterCondition> Conditions) : FilterCondition
    {
        public override bool Holds(JsonNode? current, JsonNode? root) =>
            Conditions.Any(condition => condition.Holds(current, root));
    }

    /// <summary><c>!a</c>.</summary>
    public sealed record Not(FilterCondition Condition) : FilterCondition
    {
        public override bool Holds(JsonNode? current, JsonNode? root) => !Condition.Holds(current, root);
    }

    /// <summary><c>@.a</c> alone: the path finds something, be it null.</summary>
    public sealed record Exists(FilterOperand.Path Path) : FilterCondition
    {
        public override bool Holds(JsonNode? current, JsonNode? root) => Path.FindsAny(current, root);
    }
}
