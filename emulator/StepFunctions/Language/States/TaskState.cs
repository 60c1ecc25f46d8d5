using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Calls a Lambda function or a service.</summary>
/// <param name="Name">Unique in the whole definition.</param>
/// <param name="Resource">What it calls.</param>
internal sealed record TaskState(string Name, TaskResource Resource) : RecoverableState(Name)
{
    /// <inheritdoc />
    public override string Type => "Task";

    /// <summary>The fixed time-out; null when it is absent or computed.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>What gives the time-out, or null.</summary>
    public QueriedField? QueriedTimeout { get; init; }

    /// <summary>The fixed heartbeat; null when it is absent or computed.</summary>
    public int? HeartbeatSeconds { get; init; }

    /// <summary>What gives the heartbeat, or null.</summary>
    public QueriedField? QueriedHeartbeat { get; init; }

    /// <summary>The limits of this visit.</summary>
    /// <param name="effectiveInput">The scope's input is the effective input.</param>
    /// <exception cref="StatesException">
    /// <c>States.Runtime</c> when a query gives no whole number from 1 to 99,999,999, or the heartbeat is not below the
    /// time-out.
    /// </exception>
    public TimeLimits TimeLimits(EvaluationScope effectiveInput)
    {
        var timeout = QueriedTimeout?.Integer(effectiveInput, 1) ?? TimeoutSeconds;
        var heartbeat = QueriedHeartbeat?.Integer(effectiveInput, 1) ?? HeartbeatSeconds;
        return heartbeat < timeout || heartbeat is null || timeout is null
            ? new TimeLimits(timeout, heartbeat)
            : throw new StatesException(
                ErrorName.Runtime,
                $"The heartbeat of {heartbeat} s of the state '{Name}' must be smaller than its time-out of {timeout} s.");
    }
}
