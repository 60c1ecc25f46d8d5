namespace KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

/// <summary>Evaluating a state failed with an error that Retry and Catch can name.</summary>
/// <param name="error">A name of <see cref="ErrorName"/>.</param>
/// <param name="cause">A sentence for a person.</param>
internal sealed class StatesException(string error, string cause) : Exception($"{error}: {cause}")
{
    /// <summary>The error name, such as <c>States.IntrinsicFailure</c>.</summary>
    public string Error { get; } = error;

    /// <summary>What happened, in one sentence.</summary>
    public string Cause { get; } = cause;
}
