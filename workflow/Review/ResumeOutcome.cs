namespace KakaoWorkflow.Review;

/// <summary>What became of an operator's "try again".</summary>
public enum ResumeOutcome
{
    /// <summary>The execution goes on with the step that failed.</summary>
    Resumed,

    /// <summary>It does not wait: somebody has resumed it before.</summary>
    ResumedBefore,

    /// <summary>It does not wait, and nobody ever resumed it.</summary>
    NotWaiting,

    /// <summary>It was in review, but its execution does not wait any more; the reconciler ends what is left to do.</summary>
    TooLate,
}
