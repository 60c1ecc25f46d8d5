using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>The branches of Parallel states and the iterations of Map states.</summary>
internal sealed partial class Step
{
    private void StartBranches(Strand strand, ParallelState parallel)
    {
        var arguments = parallel.Data.Arguments(Effective(strand));
        var input = Payload.Of(interpreter.Context.Detach(arguments));
        PayloadLimit.Check(input.Text, $"The input of the branches of '{parallel.Name}'");
        Emit(strand, HistoryEventType.ParallelStateStarted, new EventDetails.FanOut(parallel.Branches.Count, 0, input));
        foreach (var branch in strand.Activity!.FanOut!.Strands)
            _ready.Enqueue(branch);
    }

    private void StartIterations(Strand strand, MapState map)
    {
        var scope = Effective(strand);
        var items = map.Items(scope);
        var concurrency = map.Concurrency(scope);
        var input = Payload.Of(items);
        // What cannot be written fails the step here, and not the store.
        _ = input.Text;
        var started = Emit(strand, HistoryEventType.MapStateStarted, new EventDetails.FanOut(items.Count, concurrency, input));
        ContinueFanOut(strand, started.Id);
    }

    /// <summary>Starts what may start, or, when every line has ended, goes on to the state's end.</summary>
    /// <param name="strand">The line whose state it is.</param>
    /// <param name="previous">The event that an iteration follows.</param>
    private void ContinueFanOut(Strand strand, long previous)
    {
        var fanOut = strand.Activity!.FanOut!;
        if (fanOut.IsComplete)
        {
            EndFanOut(strand, fanOut, previous);
            return;
        }
        if (strand.Activity.State is not MapState map)
            return;
        try
        {
            var scope = Effective(strand);
            while (fanOut.MayStart)
                StartIteration(strand, map, fanOut, scope, previous);
        }
        catch (StatesException error)
        {
            Fail(strand, error, previous);
        }
    }

    private void StartIteration(Strand strand, MapState map, FanOut fanOut, EvaluationScope scope, long previous)
    {
        var index = fanOut.Strands.Count;
        var item = fanOut.Details.Input.Node![index];
        var context = map.ItemSelector is null ? scope.Context : interpreter.Context.WithItem(strand, index, item);
        var input = Payload.Of(map.IterationInput(scope with { Context = context }, item));
        PayloadLimit.Check(input.Text, $"The input of iteration {index} of '{map.Name}'");
        Emit(strand, HistoryEventType.MapIterationStarted, new EventDetails.MapIteration(map.Name, index, input), previous);
        _ready.Enqueue(fanOut.Strands[index]);
    }

    private void EndBranch(Strand branch, Strand parent)
    {
        var previous = branch.LastEventId;
        var fanOut = parent.Activity!.FanOut!;
        if (parent.Activity.State is MapState map)
        {
            var ended = Emit(parent, HistoryEventType.MapIterationSucceeded, new EventDetails.MapIteration(map.Name, branch.Index), previous);
            if (fanOut.IsComplete)
                previous = ended.Id;
        }
        ContinueFanOut(parent, previous);
    }

    private void EndFanOut(Strand strand, FanOut fanOut, long previous)
    {
        var succeeded = strand.Activity!.State is MapState
            ? HistoryEventType.MapStateSucceeded
            : HistoryEventType.ParallelStateSucceeded;
        Emit(strand, succeeded, previous: previous);
        Complete(strand, new JsonArray([.. fanOut.Results.Select(result => result!.Node?.DeepClone())]));
    }
}
