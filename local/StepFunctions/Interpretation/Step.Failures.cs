using KakaoWorkflow.Local.StepFunctions.Histories;
using KakaoWorkflow.Local.StepFunctions.Language.Failures;
using KakaoWorkflow.Local.StepFunctions.Language.States;

namespace KakaoWorkflow.Local.StepFunctions.Interpretation;

/// <summary>What happens to an error: another attempt, a catcher, or the end of all that is around it.</summary>
internal sealed partial class Step
{
    /// <summary>The state that the line is in has failed.</summary>
    /// <param name="strand">The line.</param>
    /// <param name="error">The error's name; null when its source gave none.</param>
    /// <param name="cause">What happened; null when nothing is known.</param>
    /// <param name="previous">The event that told of it, where that is another line's.</param>
    /// <param name="failed">The branch or iteration that brought the error up; null when the state itself failed.</param>
    private void Fail(Strand strand, string? error, string? cause, long? previous = null, Strand? failed = null)
    {
        var activity = strand.Activity!;
        var follows = previous ?? strand.LastEventId;
        if (activity.FanOut is { IsComplete: false } fanOut)
            AbortBranches(activity.State, fanOut, follows, failed);

        var recoverable = activity.State as RecoverableState;
        if (recoverable is not null && TryAgain(strand, recoverable, error ?? "", follows))
            return;

        if (activity.FanOut is { IsComplete: false })
        {
            var type = activity.State is MapState ? HistoryEventType.MapStateFailed : HistoryEventType.ParallelStateFailed;
            Emit(strand, type, previous: follows);
        }
        if (recoverable?.FindCatcher(error ?? "") is { } catcher)
            Catch(strand, catcher, error ?? "", cause);
        else
            PassUp(strand, error, cause);
    }

    private bool TryAgain(Strand strand, RecoverableState state, string error, long follows)
    {
        var index = state.FindRetrier(error);
        if (index < 0)
            return false;
        var retrier = state.Retry[index];
        var retries = strand.Activity!.Retries[index];
        if (retries >= retrier.MaxAttempts)
            return false;
        var delay = interpreter.Settings.Scale(retrier.RetryDelay(retries, random));
        Emit(strand, HistoryEventType.RetryScheduled, new RetryDetails(index, now + delay), follows);
        return true;
    }

    private void Catch(Strand strand, Catcher catcher, string error, string? cause)
    {
        try
        {
            var output = Catcher.ErrorOutput(error, cause);
            var assigned = catcher.Assign.Evaluate(Scope(strand, output));
            Exit(strand, catcher.Output(strand.Activity!.Input.Node, output), catcher.Next, assigned);
        }
        catch (StatesException failure)
        {
            PassUp(strand, failure.Error, failure.Cause);
        }
    }

    private void PassUp(Strand strand, string? error, string? cause)
    {
        if (strand.Parent is not { } parent)
        {
            FailExecution(error, cause);
            return;
        }
        if (parent.Activity!.State is MapState map)
        {
            Emit(
                parent, HistoryEventType.MapIterationFailed, new MapIterationDetails(map.Name, strand.Index), strand.LastEventId);
        }
        Fail(parent, error, cause, strand.LastEventId, strand);
    }

    private void FailExecution(string? error, string? cause)
    {
        ForgetTasks(Execution.Strands);
        EndExecution(HistoryEventType.ExecutionFailed, ErrorDetails.Of(error, cause), Execution.Root.LastEventId);
    }

    private void AbortBranches(State state, FanOut fanOut, long follows, Strand? failed)
    {
        // A recorded history of AWS has TaskStateAborted for the task that failed as well.
        if (failed?.Activity is { State: TaskState })
            Emit(failed, HistoryEventType.TaskStateAborted, previous: follows);
        foreach (var branch in fanOut.Strands)
        {
            if (branch == failed || fanOut.Results[branch.Index] is not null)
                continue;
            if (state is MapState map)
            {
                Emit(
                    branch.Parent!, HistoryEventType.MapIterationAborted, new MapIterationDetails(map.Name, branch.Index), follows);
            }
            Abort(branch, follows);
        }
    }

    private void Abort(Strand branch, long follows)
    {
        if (branch.Activity is not { } activity)
            return;
        if (activity.FanOut is { } inner)
            AbortBranches(activity.State, inner, follows, failed: null);
        ForgetTasks([branch]);
        if (EventTypes.Aborted(activity.State) is { } type)
            Emit(branch, type, previous: follows);
    }
}
