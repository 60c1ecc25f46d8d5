using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Chooses the next state.</summary>
/// <param name="Name">Unique in the whole definition.</param>
/// <param name="Choices">In order of their precedence, at least one.</param>
internal sealed record ChoiceState(string Name, IReadOnlyList<ChoiceRule> Choices) : State(Name)
{
    /// <inheritdoc />
    public override string Type => "Choice";

    /// <summary>The state that follows when no rule matches, or null.</summary>
    public string? Default { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Targets =>
        Choices.Select(rule => rule.Next).Concat(Default is null ? [] : [Default]);

    /// <summary>The first rule that matches, or the default with the state's own data flow.</summary>
    /// <param name="effectiveInput">The scope's input is the effective input.</param>
    /// <exception cref="StatesException">
    /// <c>States.NoChoiceMatched</c> without a default; <c>States.Runtime</c> when a Variable or a comparison's path
    /// finds nothing.
    /// </exception>
    public ChoiceOutcome Choose(EvaluationScope effectiveInput)
    {
        foreach (var rule in Choices)
        {
            if (rule.Condition.IsTrue(effectiveInput))
                return new ChoiceOutcome(rule.Next, rule.Data);
        }

        return Default is not null
            ? new ChoiceOutcome(Default, Data)
            : throw new StatesException(
                ErrorName.NoChoiceMatched, $"No rule of the Choice state '{Name}' matches, and it has no Default.");
    }
}
