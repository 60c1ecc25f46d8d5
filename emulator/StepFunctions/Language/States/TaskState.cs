using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Calls a Lambda function or a service.</summary>
/// <param name="Name">Unique in the whole definition.</param>
/// <param name="Resource">What it calls.</param>
internal sealed record TaskState(string Name, TaskResource Resource) : RecoverableState(Name)
{
    /// <inheritdoc />
    public override string Type => "Task";

    /// <summary>Null without TimeoutSeconds, or with <see cref="TimeoutSecondsPath"/>.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>Where the effective input has the time-out, or null.</summary>
    public JsonPath? TimeoutSecondsPath { get; init; }

    /// <summary>Null without HeartbeatSeconds, or with <see cref="HeartbeatSecondsPath"/>.</summary>
    public int? HeartbeatSeconds { get; init; }

    /// <summary>Where the effective input has the heartbeat, or null.</summary>
    public JsonPath? HeartbeatSecondsPath { get; init; }

    /// <summary>The limits of this visit.</summary>
    /// <param name="effectiveInput">The scope's input is the effective input.</param>
    /// <exception cref="StatesException">
    /// <c>States.Runtime</c> when a path gives no whole number from 1 to 99,999,999, or the heartbeat is not below the
    /// time-out.
    /// </exception>
    public TimeLimits TimeLimits(EvaluationScope effectiveInput)
    {
        var timeout = TimeoutSecondsPath is null
            ? TimeoutSeconds
            : PathInteger.From(TimeoutSecondsPath, effectiveInput, 1, nameof(TimeoutSecondsPath));
        var heartbeat = HeartbeatSecondsPath is null
            ? HeartbeatSeconds
            : PathInteger.From(HeartbeatSecondsPath, effectiveInput, 1, nameof(HeartbeatSecondsPath));
        return heartbeat < timeout || heartbeat is null || timeout is null
            ? new TimeLimits(timeout, heartbeat)
            : throw new StatesException(
                ErrorName.Runtime,
                $"The heartbeat of {heartbeat} s of the state '{Name}' must be smaller than its time-out of {timeout} s.");
    }
}
