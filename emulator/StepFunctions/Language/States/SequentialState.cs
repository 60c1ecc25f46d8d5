namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>A state with one way out: Task, Pass, Wait, Parallel, Map.</summary>
/// <param name="Name">Unique in the whole definition.</param>
internal abstract record SequentialState(string Name) : State(Name)
{
    /// <summary>The state that follows; null means that the branch ends here (<c>End</c>).</summary>
    public string? Next { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Targets => Next is null ? [] : [Next];
}
