using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Waits; exactly one of the four forms is set.</summary>
/// <param name="Name">Unique in the whole definition.</param>
internal sealed record WaitState(string Name) : SequentialState(Name)
{
    /// <inheritdoc />
    public override string Type => "Wait";

    /// <summary>How long.</summary>
    public int? Seconds { get; init; }

    /// <summary>What says how long.</summary>
    public QueriedField? QueriedSeconds { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>What says until when.</summary>
    public QueriedField? QueriedTimestamp { get; init; }

    /// <summary>When the wait ends; never before <paramref name="now"/>.</summary>
    /// <param name="effectiveInput">The scope's input is the effective input.</param>
    /// <param name="now">When the state was entered.</param>
    /// <exception cref="Failures.StatesException">
    /// <c>States.Runtime</c> when a query gives no whole number from 0 to 99,999,999, or no timestamp.
    /// </exception>
    public DateTimeOffset DueTime(EvaluationScope effectiveInput, DateTimeOffset now)
    {
        var due = (Seconds ?? QueriedSeconds?.Integer(effectiveInput, 0)) is { } seconds
            ? now.AddSeconds(seconds)
            : Timestamp ?? QueriedTimestamp!.Timestamp(effectiveInput, Name);
        return due > now ? due : now;
    }
}
