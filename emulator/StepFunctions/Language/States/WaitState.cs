using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Waits; exactly one of the four forms is set.</summary>
/// <param name="Name">Unique in the whole definition.</param>
internal sealed record WaitState(string Name) : SequentialState(Name)
{
    /// <inheritdoc />
    public override string Type => "Wait";

    /// <summary>How long.</summary>
    public int? Seconds { get; init; }

    /// <summary>Where the effective input says how long.</summary>
    public JsonPath? SecondsPath { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Where the effective input says until when.</summary>
    public JsonPath? TimestampPath { get; init; }

    /// <summary>When the wait ends; never before <paramref name="now"/>.</summary>
    /// <param name="effectiveInput">The scope's input is the effective input.</param>
    /// <param name="now">When the state was entered.</param>
    /// <exception cref="StatesException">
    /// <c>States.Runtime</c> when a path gives no whole number from 0 to 99,999,999, or no timestamp.
    /// </exception>
    public DateTimeOffset DueTime(EvaluationScope effectiveInput, DateTimeOffset now)
    {
        var due = Seconds is { } seconds ? now.AddSeconds(seconds)
            : SecondsPath is not null ? now.AddSeconds(PathInteger.From(SecondsPath, effectiveInput, 0, nameof(SecondsPath)))
            : Timestamp ?? ReadTimestamp(effectiveInput);
        return due > now ? due : now;
    }

    private DateTimeOffset ReadTimestamp(EvaluationScope scope) =>
        Language.Data.Timestamp.TryRead(TimestampPath!.Read(scope), out var value)
        ? value
        : throw new StatesException(
            ErrorName.Runtime, $"The TimestampPath '{TimestampPath}' of the state '{Name}' must give a timestamp.");
}
