using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>The values of a call's arguments, with their checks.</summary>
internal sealed class Arguments(string function, IReadOnlyList<JsonNode?> values)
{
    public int Count => values.Count;

    public JsonNode? this[int index] => values[index];

    public JsonArray Array(int index) =>
        values[index] as JsonArray ?? throw Failure($"argument {index + 1} must be an array");

    public JsonObject Object(int index) =>
        values[index] as JsonObject ?? throw Failure($"argument {index + 1} must be an object");

    public string Text(int index) => values[index] is { } node && node.GetValueKind() == JsonValueKind.String
        ? node.GetValue<string>()
        : throw Failure($"argument {index + 1} must be a string");

    /// <summary>A number, rounded to a whole one as AWS does.</summary>
    public long Integer(int index) => JsonNumber.TryRound(values[index], out var value)
        ? value
        : throw Failure($"argument {index + 1} must be an integer");

    public StatesException Failure(string reason) =>
        new(ErrorName.IntrinsicFailure, $"The function '{function}' had the following error: {reason}.");
}
