using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>Tasks: their calls, their answers, their tokens and their time limits.</summary>
internal sealed partial class Step
{
    private void Schedule(Strand strand, TaskState task)
    {
        var waits = task.Resource.WaitsForTaskToken;
        var raw = Raw(strand);
        var effective = Effective(
            strand, waits ? raw with { Context = interpreter.Context.WithTaskToken(strand, Interpreter.TaskTokenPlaceholder) } : raw);
        var limits = task.TimeLimits(effective);
        var timeout = Seconds(limits.TimeoutSeconds);
        var heartbeat = Seconds(limits.HeartbeatSeconds);
        ulong? seed = null;
        if (waits)
        {
            timeout = Scaled(timeout);
            heartbeat = Scaled(heartbeat);
            seed = NewSeed();
            effective = effective with { Random = new SeededRandomSource(seed.Value) };
        }
        var forHistory = interpreter.Context.Detach(task.Data.Arguments(effective));
        var forCall = seed is { } drawn ? TaskParameters.WithToken(interpreter, strand, task, Execution.LastEventId + 1, drawn) : forHistory;
        var parameters = Payload.Of(forHistory);
        PayloadLimit.Check(parameters.Text, $"The input of the task '{task.Name}'");

        var types = TaskEventTypes.Of(task.Resource);
        var reference = new TaskReference(task.Resource.Service, task.Resource.Action);
        var scheduled = Emit(strand, types.Scheduled, new EventDetails.TaskScheduled(
            reference, parameters, interpreter.Settings.Region,
            limits.TimeoutSeconds, limits.HeartbeatSeconds, now + timeout, heartbeat, seed));
        Emit(strand, types.Started, types.IsFunction ? null : new EventDetails.TaskStarted(reference));
        _commands.Add(new Command.CallTask(scheduled.Id, task.Resource, forCall));
    }

    private TimeSpan? Scaled(TimeSpan? wait) => wait is { } time ? interpreter.Settings.Scale(time) : null;

    private ulong NewSeed()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        random.Fill(bytes);
        return BitConverter.ToUInt64(bytes);
    }

    private bool ReturnCall(long taskEventId, Payload result)
    {
        if (Execution.FindTask(taskEventId) is not { } strand)
            return false;
        var resource = ((TaskState)strand.Activity!.State).Resource;
        if (!resource.WaitsForTaskToken)
        {
            Succeed(strand, result);
            return true;
        }
        if (strand.Activity.Attempt!.IsSubmitted)
            return false;
        if (!IsTooLarge(strand, result))
            Emit(strand, HistoryEventType.TaskSubmitted, new EventDetails.Result(result, Reference(resource)));
        return true;
    }

    private bool SucceedByToken(long taskEventId, Payload output)
    {
        if (FindWaiting(taskEventId) is not { } strand)
            return false;
        if (!strand.Activity!.Attempt!.IsSubmitted)
            _commands.Add(new Command.ForgetTask(taskEventId));
        Succeed(strand, output);
        return true;
    }

    private void Succeed(Strand strand, Payload result)
    {
        if (IsTooLarge(strand, result))
            return;
        var resource = ((TaskState)strand.Activity!.State).Resource;
        var types = TaskEventTypes.Of(resource);
        Emit(strand, types.Succeeded, new EventDetails.Result(result, types.IsFunction ? null : Reference(resource)));
        Complete(strand, result.Node);
    }

    private bool IsTooLarge(Strand strand, Payload result)
    {
        try
        {
            var resource = ((TaskState)strand.Activity!.State).Resource;
            PayloadLimit.CheckResult(result.Text, TaskEventTypes.Of(resource).IsFunction ? resource.Arn : resource.Service);
            return false;
        }
        catch (StatesException tooLarge)
        {
            EndAttempt(strand, tooLarge.Error, tooLarge.Cause, timedOut: false);
            return true;
        }
    }

    private bool FailTask(long taskEventId, string? error, string? cause, bool byToken)
    {
        var strand = byToken ? FindWaiting(taskEventId) : Execution.FindTask(taskEventId);
        if (strand is null)
            return false;
        if (byToken && !strand.Activity!.Attempt!.IsSubmitted)
            _commands.Add(new Command.ForgetTask(taskEventId));
        EndAttempt(strand, error, cause, timedOut: false);
        return true;
    }

    private void TimeOut(Strand strand, string error)
    {
        if (!strand.Activity!.Attempt!.IsSubmitted)
            _commands.Add(new Command.ForgetTask(strand.Activity.Attempt.EventId));
        EndAttempt(strand, error, cause: null, timedOut: true);
    }

    private void EndAttempt(Strand strand, string? error, string? cause, bool timedOut)
    {
        var resource = ((TaskState)strand.Activity!.State).Resource;
        var types = TaskEventTypes.Of(resource);
        var details = EventDetails.Failure.Of(error, cause, types.IsFunction ? null : Reference(resource));
        Emit(strand, timedOut ? types.TimedOut : types.Failed, details);
        Fail(strand, details.Error, details.Cause, isTaskFailure: true);
    }

    private bool Heartbeat(long taskEventId)
    {
        if (FindWaiting(taskEventId) is not { } strand)
            return false;
        if (strand.Activity!.Attempt!.Scheduled.HeartbeatInterval is not null)
            Emit(strand, HistoryEventType.HeartbeatReceived, new EventDetails.Heartbeat(taskEventId));
        return true;
    }

    private Strand? FindWaiting(long taskEventId) =>
        Execution.FindTask(taskEventId) is { Activity.State: TaskState { Resource.WaitsForTaskToken: true } } strand ? strand : null;

    private static TaskReference Reference(TaskResource resource) => new(resource.Service, resource.Action);

    private void ForgetTasks(IEnumerable<Strand> strands)
    {
        foreach (var strand in strands)
        {
            if (strand.Activity?.Attempt is { IsSubmitted: false } attempt)
                _commands.Add(new Command.ForgetTask(attempt.EventId));
        }
    }
}
