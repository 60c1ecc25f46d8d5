namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>A task's call failed in a way that Retry and Catch can name.</summary>
/// <param name="error">The error's name, for example <c>Lambda.TooManyRequestsException</c>.</param>
/// <param name="cause">What happened.</param>
internal sealed class TaskFailedException(string error, string? cause) : Exception($"{error}: {cause}")
{
    /// <summary>The error's name.</summary>
    public string Error { get; } = error;

    /// <summary>What happened; null when nothing is known.</summary>
    public string? Cause { get; } = cause;
}
