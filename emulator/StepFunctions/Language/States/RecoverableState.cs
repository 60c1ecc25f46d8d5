using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>A state with Retry and Catch: Task, Parallel, Map.</summary>
/// <param name="Name">Unique in the whole definition.</param>
internal abstract record RecoverableState(string Name) : SequentialState(Name)
{
    /// <summary>In order of their precedence.</summary>
    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    /// <summary>In order of their precedence.</summary>
    public IReadOnlyList<Catcher> Catch { get; init; } = [];

    /// <inheritdoc />
    public override IEnumerable<string> Targets => base.Targets.Concat(Catch.Select(catcher => catcher.Next));

    /// <summary>
    /// The index in <see cref="Retry"/> of the first retrier that names the error, or -1. Its attempts may be used up.
    /// </summary>
    public int FindRetrier(string error, bool isTaskFailure = false)
    {
        for (var index = 0; index < Retry.Count; index++)
        {
            if (Retry[index].Matches(error, isTaskFailure))
                return index;
        }

        return -1;
    }

    /// <summary>The first catcher that names the error, or null.</summary>
    public Catcher? FindCatcher(string error, bool isTaskFailure = false) =>
        Catch.FirstOrDefault(catcher => catcher.Matches(error, isTaskFailure));
}
