using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

/// <summary>What a field whose name ends in <c>.$</c> holds: a path, or a call of an intrinsic function.</summary>
internal abstract class ValueExpression : Query
{
    /// <summary>The paths in it, those of nested calls too.</summary>
    internal abstract IEnumerable<JsonPath> Paths { get; }

    /// <summary>Compiles an expression: a path when it starts with <c>$</c>, or else a call.</summary>
    /// <exception cref="FormatException">With what is wrong, and where.</exception>
    public static ValueExpression Parse(string text) =>
        text.StartsWith('$') ? new PathExpression(JsonPath.Parse(text)) : IntrinsicParser.Parse(text);
}
