using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>
/// Runs one execution, step by step: a stimulus, a time and a source of randomness go in; new events and commands come
/// out. It does no I/O and knows no clock, so the same inputs always give the same history.
/// </summary>
/// <param name="identity">Which execution it is.</param>
/// <param name="definition">The machine as it was when the execution started.</param>
/// <param name="settings">What is the same for all executions.</param>
/// <param name="tokens">Where task tokens come from.</param>
internal sealed class Interpreter(
    ExecutionIdentity identity, StateMachineDefinition definition, InterpreterSettings settings, ITaskTokens tokens)
{
    /// <summary>The most events that one execution may have (AWS: 25,000); the last of them says that it failed.</summary>
    public const int MaxEvents = 25_000;

    /// <summary>About how many events one step gives; an execution that could go on then says so.</summary>
    public const int MaxEventsPerStep = 500;

    /// <summary>What stands for a task token in the parameters that histories keep and show.</summary>
    public const string TaskTokenPlaceholder = "<task token>";

    private ContextObject? _context;

    /// <summary>Where the execution is.</summary>
    public ExecutionState State { get; } = new(definition);

    internal ExecutionIdentity Identity => identity;

    internal InterpreterSettings Settings => settings;

    internal ITaskTokens Tokens => tokens;

    internal ContextObject Context => _context ??= new ContextObject(identity, State);

    /// <summary>Whether a line could go on at once, because a step was cut off.</summary>
    public bool IsCutOff => State.Status == ExecutionStatus.Running && State.Strands.Any(strand => strand.NextState is not null);

    /// <summary>Takes in stored events, the history's own in order, then heartbeats.</summary>
    public void Replay(IEnumerable<HistoryEvent> events)
    {
        foreach (var happened in events)
            State.Apply(happened);
    }

    /// <summary>Does everything that follows from the stimulus, until nothing moves without another one.</summary>
    /// <param name="stimulus">What happens. One that comes too late changes nothing.</param>
    /// <param name="now">The time of all new events.</param>
    /// <param name="random">For intrinsic functions and jitter.</param>
    public Transition Advance(Stimulus stimulus, DateTimeOffset now, IRandomSource random) =>
        new Step(this, now, random).Take(stimulus);

    /// <summary>
    /// The calls that were under way when a process ended. Nobody knows whether they reached their service, so they are made
    /// again, with the same parameters and the same task token: at least once, as one attempt.
    /// </summary>
    public IReadOnlyList<Command> OpenCalls()
    {
        if (State.Status != ExecutionStatus.Running)
            return [];
        var calls = new List<Command>();
        foreach (var strand in State.Strands)
        {
            if (strand.Activity is { State: TaskState task, Attempt: { IsSubmitted: false } attempt })
                calls.Add(new Command.CallTask(attempt.EventId, task.Resource, TaskParameters.Again(this, strand, task, attempt)));
        }
        return calls;
    }
}
