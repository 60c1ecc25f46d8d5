using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>
/// How data goes through a state, or on from it by a choice rule or a catcher. A query language is a kind of this, with a kind of
/// <see cref="Definitions.QueryFields"/> that reads it from the definition. Every member fails with a <see
/// cref="Failures.StatesException"/> when something cannot be computed. This one passes everything on unchanged.
/// </summary>
internal record DataFlow
{
    /// <summary>What the state sees of its raw input.</summary>
    /// <param name="raw">The scope's input is the raw input.</param>
    public virtual JsonNode? EffectiveInput(EvaluationScope raw) => raw.Input;

    /// <summary>What the task or the branches are given.</summary>
    /// <param name="effective">The scope's input is the effective input.</param>
    public virtual JsonNode? Arguments(EvaluationScope effective) => effective.Input;

    /// <summary>The whole way through a Pass state.</summary>
    /// <param name="raw">The scope's input is the raw input.</param>
    public virtual Departure Pass(EvaluationScope raw) => Leave(raw);

    /// <summary>The way out of a state that has no result.</summary>
    /// <param name="effective">The scope's input is the effective input.</param>
    public virtual Departure Leave(EvaluationScope effective) => new(effective.Input, FrozenDictionary<string, JsonNode?>.Empty);

    /// <summary>The way out with a task's or the branches' result, or with a catcher's error output.</summary>
    /// <param name="raw">The scope's input is the raw input.</param>
    /// <param name="result">The raw result, or the error output.</param>
    public virtual Departure Leave(EvaluationScope raw, JsonNode? result) => Leave(raw with { Input = result });
}
