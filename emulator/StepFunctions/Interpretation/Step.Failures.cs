using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>What happens to an error: another attempt, a catcher, or the end of all that is around it.</summary>
internal sealed partial class Step
{
    /// <summary>The state that the line is in cannot be evaluated.</summary>
    private void Fail(Strand strand, StatesException error, long? previous = null) =>
        Fail(strand, error.Error, CauseOf(strand, error), previous);

    // In AWS's words.
    private static string CauseOf(Strand strand, StatesException error) =>
        error.Error == ErrorName.Runtime ? $"{Place(strand)}{error.Cause}" : error.Cause;

    private static string Place(Strand strand) => strand.Activity is not { } activity
        ? ""
        : $"An error occurred while executing the state '{activity.State.Name}' (entered at the event id #{activity.EnteredEventId}). ";

    /// <summary>The state that the line is in has failed.</summary>
    /// <param name="strand">The line.</param>
    /// <param name="error">The error's name; null when its source gave none.</param>
    /// <param name="cause">What happened; null when nothing is known.</param>
    /// <param name="previous">The event that told of it, where that is another line's.</param>
    /// <param name="failed">The branch or iteration that brought the error up; null when the state itself failed.</param>
    /// <param name="isTaskFailure">Whether a task's attempt failed with it.</param>
    private void Fail(
        Strand strand, string? error, string? cause, long? previous = null, Strand? failed = null, bool isTaskFailure = false)
    {
        var activity = strand.Activity!;
        var follows = previous ?? strand.LastEventId;
        if (activity.FanOut is { IsComplete: false } fanOut)
            AbortBranches(activity.State, fanOut, follows, failed);

        var recoverable = activity.State as RecoverableState;
        if (recoverable is not null && TryAgain(strand, recoverable, error ?? "", isTaskFailure, follows))
            return;

        if (activity.FanOut is { IsComplete: false })
        {
            var type = activity.State is MapState ? HistoryEventType.MapStateFailed : HistoryEventType.ParallelStateFailed;
            Emit(strand, type, previous: follows);
        }
        if (recoverable?.FindCatcher(error ?? "", isTaskFailure) is { } catcher)
            Catch(strand, catcher, error ?? "", cause);
        else
            PassUp(strand, error, cause, isTaskFailure);
    }

    private bool TryAgain(Strand strand, RecoverableState state, string error, bool isTaskFailure, long follows)
    {
        var index = state.FindRetrier(error, isTaskFailure);
        if (index < 0)
            return false;
        var retrier = state.Retry[index];
        var retries = strand.Activity!.Retries[index];
        if (retries >= retrier.MaxAttempts)
            return false;
        var delay = interpreter.Settings.Scale(retrier.RetryDelay(retries, random));
        Emit(strand, HistoryEventType.RetryScheduled, new EventDetails.Retry(index, now + delay), follows);
        return true;
    }

    private void Catch(Strand strand, Catcher catcher, string error, string? cause)
    {
        try
        {
            Exit(strand, catcher.Data.Leave(Raw(strand), Catcher.ErrorOutput(error, cause)), catcher.Next);
        }
        catch (StatesException failure)
        {
            PassUp(strand, failure.Error, CauseOf(strand, failure), isTaskFailure: false);
        }
    }

    private void PassUp(Strand strand, string? error, string? cause, bool isTaskFailure)
    {
        if (strand.Parent is not { } parent)
        {
            FailExecution(error, cause);
            return;
        }
        if (parent.Activity!.State is MapState map)
        {
            Emit(
                parent, HistoryEventType.MapIterationFailed, new EventDetails.MapIteration(map.Name, strand.Index), strand.LastEventId);
        }
        Fail(parent, error, cause, strand.LastEventId, strand, isTaskFailure);
    }

    private void FailExecution(string? error, string? cause)
    {
        ForgetTasks(Execution.Strands);
        EndExecution(HistoryEventType.ExecutionFailed, EventDetails.Failure.Of(error, cause), Execution.Root.LastEventId);
    }

    /// <summary>Something was thrown that no rule of the language foresees. The execution must not stand still, so it fails.</summary>
    private void FailUnforeseen(Exception error) =>
        FailExecution(ErrorName.Runtime, $"{(_at is null ? "" : Place(_at))}{error.GetType().Name}: {error.Message}");

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
                    branch.Parent!, HistoryEventType.MapIterationAborted, new EventDetails.MapIteration(map.Name, branch.Index), follows);
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
