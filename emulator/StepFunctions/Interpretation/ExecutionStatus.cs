namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>Where an execution is.</summary>
internal enum ExecutionStatus
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It reached its end.</summary>
    Succeeded,

    /// <summary>An error was not caught.</summary>
    Failed,

    /// <summary>The machine's own <c>TimeoutSeconds</c> passed.</summary>
    TimedOut,

    /// <summary>Somebody stopped it.</summary>
    Aborted,
}
