using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>
/// A payload template: JSON in which a field whose name ends in <c>.$</c> holds a path or an intrinsic function.
/// </summary>
internal abstract class PayloadTemplate
{
    /// <summary>
    /// The JSON with every expression replaced by its value. It may be a node of the scope, or shared with other
    /// evaluations.
    /// </summary>
    /// <exception cref="Failures.StatesException">
    /// <c>States.Runtime</c> when a path finds nothing, or <c>States.IntrinsicFailure</c>.
    /// </exception>
    public abstract JsonNode? Evaluate(EvaluationScope scope);

    /// <summary>The same as a node that nobody else has, so that it can be attached.</summary>
    internal abstract JsonNode? EvaluateOwned(EvaluationScope scope);
}
