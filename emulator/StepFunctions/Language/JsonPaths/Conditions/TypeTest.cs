using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary>
/// <c>IsNull</c>, <c>IsString</c> and their like; false as the operator's value asks for the opposite.
/// </summary>
internal sealed class TypeTest(JsonPath variable, Func<JsonNode?, bool> test, bool expected) : Condition
{
    /// <summary>
    /// The tests by the operator's name. IsPresent is not among them, since it does not need a value.
    /// </summary>
    public static FrozenDictionary<string, Func<JsonNode?, bool>> ByName { get; } =
        new Dictionary<string, Func<JsonNode?, bool>>
        {
            ["IsNull"] = node => node is null,
            ["IsString"] = node => node?.GetValueKind() == JsonValueKind.String,
            ["IsNumeric"] = node => node?.GetValueKind() == JsonValueKind.Number,
            ["IsBoolean"] = node => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            ["IsTimestamp"] = node => Timestamp.TryRead(node, out _),
        }.ToFrozenDictionary();

    public override bool IsTrue(EvaluationScope scope) => test(variable.Evaluate(scope)) == expected;
}
