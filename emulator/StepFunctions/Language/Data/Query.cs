using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>What a definition computes from the data, in whichever query language. Its text is what <c>ToString</c> gives.</summary>
internal abstract class Query
{
    /// <summary>The value. It may be a node of the scope, or shared with other evaluations.</summary>
    /// <exception cref="Failures.StatesException">It cannot be computed.</exception>
    public abstract JsonNode? Evaluate(EvaluationScope scope);
}
