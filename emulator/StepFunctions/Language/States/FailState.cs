using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Ends the execution, or fails the Parallel or Map state around it.</summary>
/// <param name="Name">Unique in the whole definition.</param>
internal sealed record FailState(string Name) : State(Name)
{
    /// <inheritdoc />
    public override string Type => "Fail";

    /// <summary>The fixed error name, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The fixed cause, or null.</summary>
    public string? Cause { get; init; }

    /// <summary>What gives the error name, or null.</summary>
    public QueriedField? QueriedError { get; init; }

    /// <summary>What gives the cause, or null.</summary>
    public QueriedField? QueriedCause { get; init; }

    /// <summary>The error and cause; null where the definition has none.</summary>
    /// <param name="rawInput">The scope's input is the raw input.</param>
    /// <exception cref="Failures.StatesException"><c>States.Runtime</c> when a query gives no string; <c>States.IntrinsicFailure</c>.</exception>
    public (string? Error, string? Cause) Failure(EvaluationScope rawInput) =>
        (QueriedError is null ? Error : QueriedError.Text(rawInput, Name), QueriedCause is null ? Cause : QueriedCause.Text(rawInput, Name));
}
