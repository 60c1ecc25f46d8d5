using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>Entering, running and leaving states.</summary>
internal sealed partial class Step
{
    private void Enter(Strand strand)
    {
        var state = strand.Branch.States[strand.NextState!];
        var input = strand.NextInput!;
        DateTimeOffset? due = null;
        StatesException? failure = null;
        try
        {
            if (state is WaitState wait)
                due = WaitUntil(strand, wait, input);
        }
        catch (StatesException error)
        {
            failure = error;
        }
        Emit(strand, EventTypes.Entered(state), new StateEnteredDetails(state.Name, input, due));
        if (failure is null)
            Run(strand);
        else
            Fail(strand, failure);
    }

    private DateTimeOffset WaitUntil(Strand strand, WaitState wait, Payload input)
    {
        var raw = new EvaluationScope(input.Node, interpreter.Context.Entering(strand, wait, now), strand.Variables, random);
        var due = wait.DueTime(raw with { Input = wait.Data.EffectiveInput(raw) }, now);
        return now + interpreter.Settings.Scale(due - now);
    }

    /// <summary>Does what the state that the line is in is for, for the first time or again.</summary>
    private void Run(Strand strand)
    {
        try
        {
            switch (strand.Activity!.State)
            {
                case PassState pass:
                    Pass(strand, pass);
                    break;
                case ChoiceState choice:
                    Choose(strand, choice);
                    break;
                case WaitState wait:
                    Wait(strand, wait);
                    break;
                case SucceedState succeed:
                    var input = EffectiveInput(strand);
                    Exit(strand, succeed.Data.Output(Scope(strand, input)), next: null);
                    break;
                case FailState fail:
                    var (error, cause) = fail.Failure(Scope(strand, strand.Activity.Input.Node));
                    Fail(strand, error, cause);
                    break;
                case TaskState task:
                    Schedule(strand, task);
                    break;
                case ParallelState parallel:
                    StartBranches(strand, parallel);
                    break;
                case MapState map:
                    StartIterations(strand, map);
                    break;
                case var unknown:
                    throw new InvalidOperationException($"A state of type {unknown.Type} cannot be run.");
            }
        }
        catch (StatesException error)
        {
            Fail(strand, error);
        }
    }

    private void Pass(Strand strand, PassState pass)
    {
        var result = pass.Result(Scope(strand, EffectiveInput(strand)));
        var assigned = pass.Data.Assign.Evaluate(Scope(strand, result));
        var placed = pass.Data.PlaceResult(strand.Activity!.Input.Node, result);
        Exit(strand, pass.Data.Output(Scope(strand, placed)), pass.Next, assigned);
    }

    private void Choose(Strand strand, ChoiceState choice)
    {
        var scope = Scope(strand, EffectiveInput(strand));
        var chosen = choice.Choose(scope);
        Exit(strand, choice.Data.Output(scope), chosen.Next, chosen.Assign.Evaluate(scope));
    }

    private void Wait(Strand strand, WaitState wait)
    {
        // Only a redriven state can be without a time, because it had none before: the error is told again.
        if ((strand.Activity!.Due ?? WaitUntil(strand, wait, strand.Activity.Input)) <= now)
            FinishWait(strand, wait);
    }

    private void FinishWait(Strand strand, WaitState wait)
    {
        try
        {
            var scope = Scope(strand, EffectiveInput(strand));
            Exit(strand, wait.Data.Output(scope), wait.Next, wait.Data.Assign.Evaluate(scope));
        }
        catch (StatesException error)
        {
            Fail(strand, error);
        }
    }

    /// <summary>The end of a Task, Parallel or Map state that did not fail.</summary>
    private void Complete(Strand strand, JsonNode? rawResult)
    {
        var state = (RecoverableState)strand.Activity!.State;
        try
        {
            var scope = Scope(strand, rawResult);
            var assigned = state.Data.Assign.Evaluate(scope);
            var placed = state.Data.PlaceResult(strand.Activity.Input.Node, state.Data.SelectResult(scope));
            Exit(strand, state.Data.Output(Scope(strand, placed)), state.Next, assigned);
        }
        catch (StatesException error)
        {
            Fail(strand, error);
        }
    }

    private JsonNode? EffectiveInput(Strand strand) =>
        strand.Activity!.State.Data.EffectiveInput(Scope(strand, strand.Activity.Input.Node));

    private void Exit(Strand strand, JsonNode? output, string? next, IReadOnlyDictionary<string, JsonNode?>? assigned = null)
    {
        var state = strand.Activity!.State;
        var payload = Payload.Of(interpreter.Context.Detach(output));
        PayloadLimit.CheckResult(payload.Text, state.Name);

        Dictionary<string, Payload>? variables = null;
        if (assigned is { Count: > 0 })
        {
            _ = strand.Variables.Assign(assigned);
            variables = assigned.ToDictionary(pair => pair.Key, pair => Payload.Of(interpreter.Context.Detach(pair.Value)));
        }

        Emit(strand, EventTypes.Exited(state), new StateExitedDetails(state.Name, payload, next, variables));
        if (next is not null)
            _ready.Enqueue(strand);
        else if (strand.Parent is null)
            EndExecution(HistoryEventType.ExecutionSucceeded, new OutputDetails(payload), strand.LastEventId);
        else
            EndBranch(strand, strand.Parent);
    }
}
