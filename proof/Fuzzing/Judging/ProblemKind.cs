namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>What can be wrong with how an input was handled.</summary>
internal enum ProblemKind
{
    /// <summary>An exception left a function where it must not, or an unforeseen one is in its log.</summary>
    Unhandled,

    /// <summary>An input that must be refused has changed something.</summary>
    Write,

    /// <summary>The answer is not one of those that the function may give, or not right for this input.</summary>
    WrongAnswer,
}
