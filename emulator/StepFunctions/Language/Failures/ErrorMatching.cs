namespace KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

/// <summary>Which names in <c>ErrorEquals</c> match which errors.</summary>
/// <remarks>https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html</remarks>
internal static class ErrorMatching
{
    /// <summary>Whether one of the names matches the error.</summary>
    /// <param name="errorEquals">The names of a retrier or catcher.</param>
    /// <param name="error">The error's name; custom names are compared exactly, case included.</param>
    /// <param name="isTaskFailure">
    /// Whether a task's attempt failed with it, not the state around it: AWS's histories show that a result which is too large is
    /// then caught by <c>States.ALL</c>.
    /// </param>
    public static bool Matches(IReadOnlyList<string> errorEquals, string error, bool isTaskFailure = false)
    {
        foreach (var name in errorEquals)
        {
            if (Matches(name, error, isTaskFailure))
                return true;
        }

        return false;
    }

    private static bool Matches(string name, string error, bool isTaskFailure) => error switch
    {
        // Documented to end the execution whatever a definition says.
        ErrorName.Runtime => false,
        ErrorName.DataLimitExceeded when !isTaskFailure => name == error,
        _ => name == error || name switch
        {
            ErrorName.All => true,
            ErrorName.TaskFailed => error != ErrorName.Timeout,
            ErrorName.Timeout => error == ErrorName.HeartbeatTimeout,
            _ => false,
        },
    };
}
