using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

/// <summary>
/// A payload template: JSON in which a field whose name ends in <c>.$</c> holds a path or an intrinsic function.
/// </summary>
internal abstract class PayloadTemplate : Query
{
    /// <summary>The value as a node that nobody else has, so that it can be attached.</summary>
    internal abstract JsonNode? EvaluateOwned(EvaluationScope scope);
}
