namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>
/// Runs branches at the same time; its raw result is the array of their outputs, in the order of the branches.
/// </summary>
/// <param name="Name">Unique in the whole definition.</param>
/// <param name="Branches">At least one. Each gets <see cref="Data.DataFlow.Arguments"/> as its input.</param>
internal sealed record ParallelState(string Name, IReadOnlyList<Branch> Branches) : RecoverableState(Name)
{
    /// <inheritdoc />
    public override string Type => "Parallel";

    /// <inheritdoc />
    public override IReadOnlyList<Branch> InnerBranches => Branches;
}
