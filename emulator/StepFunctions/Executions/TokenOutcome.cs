namespace KakaoWorkflow.Emulator.StepFunctions.Executions;

/// <summary>What became of a task token's message.</summary>
internal enum TokenOutcome
{
    /// <summary>It is on disk.</summary>
    Accepted,

    /// <summary>The token was not issued here.</summary>
    Invalid,

    /// <summary>The token was issued here, for an execution that is gone.</summary>
    Unknown,

    /// <summary>The attempt is closed: answered, timed out, retried, stopped.</summary>
    Closed,
}
