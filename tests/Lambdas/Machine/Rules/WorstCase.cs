using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Rules;

/// <summary>The longest time that an execution can take on a way that enters no state twice.</summary>
internal static class WorstCase
{
    private static readonly SeededRandomSource Unused = new(0);

    /// <summary>The slowest path with its time: all retries used up, each attempt until its time-out, no luck with jitter.</summary>
    public static (IReadOnlyList<string> Path, TimeSpan Time) SlowestPath(OrderMachine machine)
    {
        var times = machine.Definition.Root.States.ToDictionary(
            state => state.Key, state => Of(state.Value, machine), StringComparer.Ordinal);
        return StateGraph.Of(machine.Definition).PathsFrom(machine.Definition.Root.StartAt)
            .Select(path => (Path: path, Time: path.Aggregate(TimeSpan.Zero, (sum, name) => sum + times[name])))
            .MaxBy(path => path.Time);
    }

    /// <summary>The longest visit of one state.</summary>
    public static TimeSpan Of(State state, OrderMachine machine) => state switch
    {
        TaskState task => OfTask(task, machine),
        WaitState wait => TimeSpan.FromSeconds(wait.Seconds ?? 0),
        _ => TimeSpan.Zero,
    };

    public static IEnumerable<string> FitsTheTimeout(OrderMachine machine)
    {
        var (path, time) = SlowestPath(machine);
        if (machine.Definition.TimeoutSeconds is not { } seconds)
            yield return "The state machine has no TimeoutSeconds.";
        else if (time > TimeSpan.FromSeconds(seconds))
            yield return $"{string.Join(" > ", path)} can take {time}, longer than the state machine's {TimeSpan.FromSeconds(seconds)}.";
    }

    private static TimeSpan OfTask(TaskState task, OrderMachine machine)
    {
        var timeout = TimeSpan.FromSeconds(task.TimeoutSeconds ?? 0);
        // Whatever is tried again while a token is out failed in the function: the wait's own end is not retried.
        var failedAttempt = task.Resource.WaitsForTaskToken
            ? TimeSpan.FromSeconds(machine.FunctionOf(task)?.TimeoutSeconds ?? 0)
            : timeout;
        return task.Retry.Aggregate(timeout, (sum, retrier) => sum + (failedAttempt * retrier.MaxAttempts) + Delays(retrier));
    }

    private static TimeSpan Delays(Retrier retrier)
    {
        var unlucky = retrier with { JitterStrategy = JitterStrategy.None };
        return Enumerable.Range(0, retrier.MaxAttempts)
            .Aggregate(TimeSpan.Zero, (sum, retries) => sum + unlucky.RetryDelay(retries, Unused));
    }
}
