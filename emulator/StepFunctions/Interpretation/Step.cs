using System.Runtime.ExceptionServices;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>What one stimulus brings about. This part: stimuli, lines and events; the others: states, tasks, branches, failures.</summary>
internal sealed partial class Step(Interpreter interpreter, DateTimeOffset now, IRandomSource random)
{
    private readonly List<HistoryEvent> _events = [];
    private readonly List<Command> _commands = [];
    private readonly Queue<Strand> _ready = [];
    private Strand? _at;

    private ExecutionState Execution => interpreter.State;

    private bool IsRunning => Execution.Status == ExecutionStatus.Running;

    public Transition Take(Stimulus stimulus)
    {
        var accepted = true;
        var cutOff = false;
        Exception? fault = null;
        try
        {
            accepted = Dispatch(stimulus);
            cutOff = !RunReady();
        }
        catch (HistoryFullException)
        {
            FailExecution(
                ErrorName.Runtime, $"The execution reached the maximum number of history events ({Interpreter.MaxEvents}).");
        }
#pragma warning disable CA1031 // whatever it is, an execution that stands still could not even be stopped
        catch (Exception error) when (IsRunning && Execution.LastEventId > 0)
#pragma warning restore CA1031
        {
            FailUnforeseen(error);
            fault = error;
        }
        return new Transition(_events, _commands, accepted, cutOff) { Fault = fault };
    }

    private bool Dispatch(Stimulus stimulus)
    {
        switch (stimulus)
        {
            case Stimulus.Start start:
                Start(start.Input);
                return true;
            case Stimulus.Redrive:
                return Redrive();
        }
        if (!IsRunning)
            return false;
        switch (stimulus)
        {
            case Stimulus.CallReturned returned:
                return ReturnCall(returned.TaskEventId, returned.Result);
            case Stimulus.CallFailed failed:
                return FailTask(failed.TaskEventId, failed.Error, failed.Cause, byToken: false);
            case Stimulus.TokenSucceeded succeeded:
                return SucceedByToken(succeeded.TaskEventId, succeeded.Output);
            case Stimulus.TokenFailed failed:
                return FailTask(failed.TaskEventId, failed.Error, failed.Cause, byToken: true);
            case Stimulus.TokenHeartbeat heartbeat:
                return Heartbeat(heartbeat.TaskEventId);
            case Stimulus.TimerFired:
                FireDue();
                return true;
            case Stimulus.Stop stop:
                ForgetTasks(Execution.Strands);
                EndExecution(HistoryEventType.ExecutionAborted, EventDetails.Failure.Of(stop.Error, stop.Cause));
                return true;
            case Stimulus.Broke broke:
                ExceptionDispatchInfo.Throw(broke.Error);
                return true;
            case Stimulus.Continue:
                foreach (var strand in Execution.Strands.Where(strand => strand.NextState is not null))
                    _ready.Enqueue(strand);
                return true;
            default:
                throw new ArgumentException($"Unknown stimulus {stimulus.GetType().Name}.", nameof(stimulus));
        }
    }

    private void Start(Payload input)
    {
        if (Execution.LastEventId > 0)
            throw new InvalidOperationException("The execution has started already.");
        Emit(0, 0, HistoryEventType.ExecutionStarted, new EventDetails.ExecutionStarted(input, interpreter.Identity.RoleArn, Deadline()));
        _ready.Enqueue(Execution.Root);
    }

    private bool Redrive()
    {
        if (Execution.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded)
            return false;
        Emit(
            0, Execution.LastEventId, HistoryEventType.ExecutionRedriven,
            new EventDetails.Redriven(Execution.RedriveCount + 1, Deadline()));
        foreach (var strand in Execution.Strands.ToList())
        {
            if (!IsRunning || Execution.FindStrand(strand.Id) != strand)
                continue;
            if (strand.NextState is not null)
                _ready.Enqueue(strand);
            else if (strand.Activity is { FanOut: not null })
                ContinueFanOut(strand, strand.LastEventId);
            else if (strand.Activity is not null)
                Run(strand);
        }
        return true;
    }

    private DateTimeOffset? Deadline() => now + Seconds(Execution.Definition.TimeoutSeconds);

    private static TimeSpan? Seconds(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;

    /// <summary>Lets lines go on until all wait for something. False when the step has grown too long before that.</summary>
    private bool RunReady()
    {
        while (IsRunning && _ready.TryDequeue(out var strand))
        {
            if (Execution.FindStrand(strand.Id) != strand || strand.NextState is null)
                continue;
            if (_events.Count >= Interpreter.MaxEventsPerStep)
                return false;
            Enter(strand);
        }
        return true;
    }

    private void FireDue()
    {
        while (IsRunning && Execution.NextDue is { } due && due <= now)
        {
            if (Execution.Deadline <= due)
            {
                ForgetTasks(Execution.Strands);
                EndExecution(HistoryEventType.ExecutionTimedOut, EventDetails.Failure.Of(null, null));
                return;
            }
            var strand = Execution.Strands.First(strand => IsDue(strand.Activity, due));
            var activity = strand.Activity!;
            if (activity.Attempt is { } attempt)
                TimeOut(strand, attempt.Scheduled.TimeoutDue <= due ? ErrorName.Timeout : ErrorName.HeartbeatTimeout);
            else if (activity.State is WaitState wait)
                FinishWait(strand, wait);
            else
                Run(strand);
        }
    }

    private static bool IsDue(Activity? activity, DateTimeOffset due) =>
        activity?.Due <= due || activity?.Attempt?.Scheduled.TimeoutDue <= due || activity?.Attempt?.HeartbeatDue <= due;

    private void EndExecution(HistoryEventType type, EventDetails details, long previous = 0) => Emit(0, previous, type, details);

    private HistoryEvent Emit(Strand strand, HistoryEventType type, EventDetails? details = null, long? previous = null) =>
        Emit(strand.Id, previous ?? strand.LastEventId, type, details);

    private HistoryEvent Emit(int strand, long previous, HistoryEventType type, EventDetails? details)
    {
        var visible = type is not (HistoryEventType.RetryScheduled or HistoryEventType.HeartbeatReceived);
        var ending = type is HistoryEventType.ExecutionSucceeded or HistoryEventType.ExecutionFailed
            or HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionTimedOut;
        if (visible && !ending && Execution.LastEventId >= Interpreter.MaxEvents - 1)
            throw new HistoryFullException();

        var happened = new HistoryEvent(visible ? Execution.LastEventId + 1 : 0, previous, now, type, strand, details);
        Execution.Apply(happened);
        _events.Add(happened);
        return happened;
    }
}
