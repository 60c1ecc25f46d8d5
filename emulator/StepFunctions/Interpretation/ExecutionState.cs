using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;
using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>
/// Where an execution is. It changes by <see cref="Apply"/> alone, live and after a restart alike, so the events of a
/// history rebuild exactly the state that the interpreter saw when it wrote them.
/// </summary>
/// <param name="definition">The machine as it was when the execution started.</param>
internal sealed class ExecutionState(StateMachineDefinition definition)
{
    private readonly SortedDictionary<int, Strand> _strands = [];
    private int _nextStrand = 1;

    /// <summary>The machine.</summary>
    public StateMachineDefinition Definition { get; } = definition;

    /// <summary>Where it is. An execution without events counts as running.</summary>
    public ExecutionStatus Status { get; private set; }

    /// <summary>The id of the newest event that the API shows; 0 without any.</summary>
    public long LastEventId { get; private set; }

    /// <summary>When it started.</summary>
    public DateTimeOffset StartTime { get; private set; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? StopTime { get; private set; }

    /// <summary>When the machine's time-out comes; null without one.</summary>
    public DateTimeOffset? Deadline { get; private set; }

    /// <summary>How often it was redriven.</summary>
    public int RedriveCount { get; private set; }

    /// <summary>When it was last redriven; null if never.</summary>
    public DateTimeOffset? RedriveTime { get; private set; }

    /// <summary>Its input.</summary>
    /// <exception cref="InvalidOperationException">It has not started.</exception>
    public Payload Input
    {
        get => field ?? throw new InvalidOperationException("The execution has not started.");
        private set;
    }

    /// <summary>Its output; null unless it succeeded.</summary>
    public Payload? Output { get; private set; }

    /// <summary>Why it failed, timed out or was stopped; null for other ends, and for a stop without a reason.</summary>
    public EventDetails.Failure? Failure { get; private set; }

    /// <summary>The lines that are under way, the machine's own first; those of an ended execution stay for a redrive.</summary>
    public IReadOnlyCollection<Strand> Strands => _strands.Values;

    /// <summary>The machine's own line.</summary>
    public Strand Root => _strands[0];

    /// <summary>The earliest time at which something is due: a wait, a retry, a time-out, a heartbeat, the deadline. Null when nothing is.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            if (Status != ExecutionStatus.Running)
                return null;
            var next = Deadline;
            foreach (var strand in _strands.Values)
            {
                if (strand.Activity is not { } activity)
                    continue;
                next = Earlier(next, activity.Due);
                next = Earlier(next, activity.Attempt?.Scheduled.TimeoutDue);
                next = Earlier(next, activity.Attempt?.HeartbeatDue);
            }
            return next;
        }
    }

    /// <summary>The line with this id; null when it is gone.</summary>
    public Strand? FindStrand(int id) => _strands.GetValueOrDefault(id);

    /// <summary>The line whose open task attempt was scheduled by this event; null when it is closed.</summary>
    public Strand? FindTask(long taskEventId)
    {
        foreach (var strand in _strands.Values)
        {
            if (strand.Activity?.Attempt?.EventId == taskEventId)
                return strand;
        }
        return null;
    }

    /// <summary>Takes in one event: the next of the history, or a heartbeat, which may come at any place after its task was scheduled.</summary>
    public void Apply(HistoryEvent happened)
    {
        if (happened.IsVisible)
            LastEventId = happened.Id;
        switch (happened.Details)
        {
            case EventDetails.ExecutionStarted started:
                Start(happened, started);
                return;
            case EventDetails.Redriven redriven:
                Redrive(happened, redriven);
                return;
            case EventDetails.Heartbeat heartbeat:
                if (FindTask(heartbeat.TaskEventId)?.Activity?.Attempt is { } alive)
                    alive.HeartbeatDue = happened.Time + alive.Scheduled.HeartbeatInterval;
                return;
        }
        switch (happened.Type)
        {
            case HistoryEventType.ExecutionSucceeded:
                End(ExecutionStatus.Succeeded, happened);
                break;
            case HistoryEventType.ExecutionFailed:
                End(ExecutionStatus.Failed, happened);
                break;
            case HistoryEventType.ExecutionAborted:
                End(ExecutionStatus.Aborted, happened);
                break;
            case HistoryEventType.ExecutionTimedOut:
                End(ExecutionStatus.TimedOut, happened);
                break;
            default:
                ApplyTo(_strands[happened.Strand], happened);
                break;
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        other is null || one < other ? one : other;

    private void Start(HistoryEvent happened, EventDetails.ExecutionStarted started)
    {
        Status = ExecutionStatus.Running;
        StartTime = happened.Time;
        Deadline = started.Deadline;
        Input = started.Input;
        // The first state follows nothing: AWS gives it previousEventId 0.
        var root = new Strand(0, null, 0, Definition.Root, VariableScope.Empty, lastEventId: 0);
        Enter(root, root.Branch.StartAt, started.Input);
        _strands.Add(0, root);
    }

    private void Redrive(HistoryEvent happened, EventDetails.Redriven redriven)
    {
        Status = ExecutionStatus.Running;
        StopTime = null;
        Failure = null;
        Deadline = redriven.Deadline;
        RedriveCount = redriven.RedriveCount;
        RedriveTime = happened.Time;
        foreach (var strand in _strands.Values)
        {
            if (strand.Activity is not { } activity)
                continue;
            strand.LastEventId = happened.Id;
            activity.Attempt = null;
            activity.ForgetRetries();
            if (activity.State is not WaitState)
                activity.Due = null;
        }
    }

    private void End(ExecutionStatus status, HistoryEvent happened)
    {
        Status = status;
        StopTime = happened.Time;
        Output = (happened.Details as EventDetails.Result)?.Output;
        Failure = happened.Details as EventDetails.Failure;
    }

    private void ApplyTo(Strand strand, HistoryEvent happened)
    {
        strand.LastEventId = FollowedBy(strand, happened);
        switch (happened.Details)
        {
            case EventDetails.StateEntered entered:
                strand.NextState = null;
                strand.NextInput = null;
                strand.Activity = new Activity(strand.Branch.States[entered.Name], entered.Input, happened.Time, happened.Id) { Due = entered.Due };
                break;
            case EventDetails.StateExited exited:
                Exit(strand, exited);
                break;
            case EventDetails.TaskScheduled scheduled:
                strand.Activity!.Due = null;
                strand.Activity.Attempt = new TaskAttempt(happened.Id, scheduled, happened.Time);
                break;
            case EventDetails.FanOut fanOut:
                StartBranches(strand, happened, fanOut);
                break;
            case EventDetails.Retry retry:
                RemoveBranches(strand.Activity!);
                strand.Activity!.CountRetry(retry.Retrier);
                strand.Activity.Due = retry.Due;
                break;
            case EventDetails.MapIteration { Input: { } input } iteration:
                var map = (MapState)strand.Activity!.State;
                StartStrand(strand, iteration.Index, map.ItemProcessor, input, happened.Id);
                break;
            default:
                if (happened.Type == HistoryEventType.TaskSubmitted)
                    strand.Activity!.Attempt!.IsSubmitted = true;
                else if (EndsAttempt(happened.Type))
                    strand.Activity!.Attempt = null;
                break;
        }
    }

    // Which event the line's next one follows. Recorded histories of AWS show that it passes over some.
    private static long FollowedBy(Strand strand, HistoryEvent happened) => happened.Type switch
    {
        HistoryEventType.ParallelStateSucceeded or HistoryEventType.MapStateSucceeded or HistoryEventType.RetryScheduled =>
            happened.PreviousEventId,
        HistoryEventType.MapIterationStarted or HistoryEventType.MapIterationFailed or HistoryEventType.MapIterationAborted
            or HistoryEventType.TaskStateAborted or HistoryEventType.WaitStateAborted
            or HistoryEventType.ParallelStateAborted or HistoryEventType.MapStateAborted => strand.LastEventId,
        _ => happened.Id,
    };

    private static bool EndsAttempt(HistoryEventType type) => type is
        HistoryEventType.TaskSucceeded or HistoryEventType.TaskFailed or HistoryEventType.TaskTimedOut
        or HistoryEventType.LambdaFunctionSucceeded or HistoryEventType.LambdaFunctionFailed
        or HistoryEventType.LambdaFunctionTimedOut or HistoryEventType.TaskStateAborted;

    private void Exit(Strand strand, EventDetails.StateExited exited)
    {
        if (exited.AssignedVariables is { } assigned)
            strand.Variables = strand.Variables.Assign(assigned.ToDictionary(pair => pair.Key, pair => pair.Value.Node));
        RemoveBranches(strand.Activity!);
        strand.Activity = null;
        Enter(strand, exited.Next, exited.Output);
        if (exited.Next is null && strand.Parent is { Activity.FanOut: { } fanOut })
            fanOut.End(strand.Index, exited.Output);
    }

    private static void Enter(Strand strand, string? state, Payload input)
    {
        strand.NextState = state;
        strand.NextInput = input;
    }

    private void StartBranches(Strand strand, HistoryEvent happened, EventDetails.FanOut details)
    {
        var activity = strand.Activity!;
        activity.Due = null;
        activity.FanOut = new FanOut(details);
        if (activity.State is not ParallelState parallel)
            return;
        for (var index = 0; index < details.Length; index++)
            StartStrand(strand, index, parallel.Branches[index], details.Input, happened.Id);
    }

    private void StartStrand(Strand parent, int index, Branch branch, Payload input, long lastEventId)
    {
        var strand = new Strand(_nextStrand++, parent, index, branch, parent.Variables.CreateInner(), lastEventId);
        Enter(strand, branch.StartAt, input);
        parent.Activity!.FanOut!.Strands.Add(strand);
        _strands.Add(strand.Id, strand);
    }

    private void RemoveBranches(Activity activity)
    {
        if (activity.FanOut is not { } fanOut)
            return;
        foreach (var strand in fanOut.Strands)
        {
            _strands.Remove(strand.Id);
            if (strand.Activity is { } inner)
                RemoveBranches(inner);
        }
        activity.FanOut = null;
    }
}
