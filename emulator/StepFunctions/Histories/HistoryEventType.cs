namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>
/// The kinds of events in an execution's history, spelled as on the wire, except for the two at the end,
/// which the engine needs to rebuild an execution and which the API never shows.
/// </summary>
internal enum HistoryEventType
{
#pragma warning disable CS1591 // the names are AWS's and documented there
    ExecutionStarted,
    ExecutionSucceeded,
    ExecutionFailed,
    ExecutionAborted,
    ExecutionTimedOut,
    ExecutionRedriven,

    PassStateEntered,
    PassStateExited,
    ChoiceStateEntered,
    ChoiceStateExited,
    WaitStateEntered,
    WaitStateExited,
    WaitStateAborted,
    SucceedStateEntered,
    SucceedStateExited,
    FailStateEntered,

    TaskStateEntered,
    TaskStateExited,
    TaskStateAborted,
    TaskScheduled,
    TaskStarted,
    TaskSubmitted,
    TaskSucceeded,
    TaskFailed,
    TaskTimedOut,
    LambdaFunctionScheduled,
    LambdaFunctionStarted,
    LambdaFunctionSucceeded,
    LambdaFunctionFailed,
    LambdaFunctionTimedOut,

    ParallelStateEntered,
    ParallelStateStarted,
    ParallelStateSucceeded,
    ParallelStateFailed,
    ParallelStateExited,
    ParallelStateAborted,

    MapStateEntered,
    MapStateStarted,
    MapIterationStarted,
    MapIterationSucceeded,
    MapIterationFailed,
    MapIterationAborted,
    MapStateSucceeded,
    MapStateFailed,
    MapStateExited,
    MapStateAborted,
#pragma warning restore CS1591

    /// <summary>Not shown: a failed state waits for its next attempt.</summary>
    RetryScheduled,

    /// <summary>Not shown: a worker has called <c>SendTaskHeartbeat</c>.</summary>
    HeartbeatReceived,
}
