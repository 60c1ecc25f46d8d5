namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>
/// States that run from one start: the top level, a branch of a Parallel state, or the item processor of a Map state.
/// </summary>
/// <param name="StartAt">The name of the first state; always in <paramref name="States"/>.</param>
/// <param name="States">By name. Every transition of a state stays within these.</param>
internal sealed record Branch(string StartAt, IReadOnlyDictionary<string, State> States)
{
    /// <summary>The first state.</summary>
    public State Start => States[StartAt];
}
