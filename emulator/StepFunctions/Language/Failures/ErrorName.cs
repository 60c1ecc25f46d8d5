namespace KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

/// <summary>The error names that the Amazon States Language reserves.</summary>
internal static class ErrorName
{
    /// <summary>Matches every error but <see cref="Runtime"/>, and <see cref="DataLimitExceeded"/> that is no task's.</summary>
    public const string All = "States.ALL";

    /// <summary>A branch of a Parallel state failed.</summary>
    public const string BranchFailed = "States.BranchFailed";

    /// <summary>A payload or variable is too large. <see cref="All"/> matches it only where a task's result is too large.</summary>
    public const string DataLimitExceeded = "States.DataLimitExceeded";

    /// <summary>A map run tolerated fewer failures than there were (distributed maps only).</summary>
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";

    /// <summary>A task sent no heartbeat in time.</summary>
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";

    /// <summary>A service over HTTP failed.</summary>
    public const string HttpSocket = "States.Http.Socket";

    /// <summary>An intrinsic function was given what it cannot take.</summary>
    public const string IntrinsicFailure = "States.IntrinsicFailure";

    /// <summary>A map could not read its items (distributed maps only).</summary>
    public const string ItemReaderFailed = "States.ItemReaderFailed";

    /// <summary>No rule of a Choice state matched, and it has no Default.</summary>
    public const string NoChoiceMatched = "States.NoChoiceMatched";

    /// <summary>Reserved, never raised here: AWS answers a path that finds nothing with <see cref="Runtime"/>.</summary>
    public const string ParameterPathFailure = "States.ParameterPathFailure";

    /// <summary>The state machine's role may not do what a task needs.</summary>
    public const string Permissions = "States.Permissions";

    /// <summary>A JSONata expression failed; reserved, never raised here.</summary>
    public const string QueryEvaluationError = "States.QueryEvaluationError";

    /// <summary>A result cannot be put where ResultPath says.</summary>
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";

    /// <summary>A map could not write its results (distributed maps only).</summary>
    public const string ResultWriterFailed = "States.ResultWriterFailed";

    /// <summary>An execution cannot go on, for example because a path finds nothing. Neither retried nor caught.</summary>
    public const string Runtime = "States.Runtime";

    /// <summary>Matches every error but <see cref="Timeout"/> and the two that <see cref="All"/> leaves out.</summary>
    public const string TaskFailed = "States.TaskFailed";

    /// <summary>A task, or the execution, took too long. Matches <see cref="HeartbeatTimeout"/> too.</summary>
    public const string Timeout = "States.Timeout";
}
