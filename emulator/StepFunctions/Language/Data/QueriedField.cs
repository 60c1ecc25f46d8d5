using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>A field whose value is computed at each visit of its state. Each member fails with <c>States.Runtime</c> for a value of another kind.</summary>
/// <param name="Name">The field, such as <c>SecondsPath</c>.</param>
/// <param name="Query">What gives the value.</param>
internal sealed record QueriedField(string Name, Query Query)
{
    /// <summary>The largest number that AWS takes in any field of the language.</summary>
    public const int MaxInteger = 99_999_999;

    /// <summary>A whole number from the minimum to <see cref="MaxInteger"/>: a duration or a count.</summary>
    public int Integer(EvaluationScope scope, int minimum) =>
        JsonNumber.TryReadInteger(Query.Evaluate(scope), out var number) && number >= minimum && number <= MaxInteger
            ? (int)number
            : throw Refusal($"The {Name} '{Query}' must give a whole number from {minimum} to {MaxInteger}.");

    /// <summary>A timestamp.</summary>
    public DateTimeOffset Timestamp(EvaluationScope scope, string state) =>
        Data.Timestamp.TryRead(Query.Evaluate(scope), out var value)
            ? value
            : throw Refusal($"The {Name} '{Query}' of the state '{state}' must give a timestamp.");

    /// <summary>A string.</summary>
    public string Text(EvaluationScope scope, string state) =>
        Query.Evaluate(scope) is { } value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw Refusal($"The {Name} of the state '{state}' must give a string.");

    /// <summary>An array.</summary>
    public JsonArray Array(EvaluationScope scope, string state) =>
        Query.Evaluate(scope) as JsonArray ?? throw Refusal($"{Name} '{Query}' of the state '{state}' does not give an array.");

    private static StatesException Refusal(string cause) => new(ErrorName.Runtime, cause);
}
