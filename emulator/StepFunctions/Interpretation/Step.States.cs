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
        Emit(strand, EventTypes.Entered(state), new EventDetails.StateEntered(state.Name, input, due));
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
                    Exit(strand, pass.Data.Pass(Raw(strand)), pass.Next);
                    break;
                case ChoiceState choice:
                    Choose(strand, choice);
                    break;
                case WaitState wait:
                    Wait(strand, wait);
                    break;
                case SucceedState succeed:
                    Exit(strand, succeed.Data.Leave(Effective(strand)), next: null);
                    break;
                case FailState fail:
                    var (error, cause) = fail.Failure(Raw(strand));
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

    private void Choose(Strand strand, ChoiceState choice)
    {
        var scope = Effective(strand);
        var chosen = choice.Choose(scope);
        Exit(strand, chosen.Data.Leave(scope), chosen.Next);
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
            Exit(strand, wait.Data.Leave(Effective(strand)), wait.Next);
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
            Exit(strand, state.Data.Leave(Raw(strand), rawResult), state.Next);
        }
        catch (StatesException error)
        {
            Fail(strand, error);
        }
    }

    /// <summary>What expressions see that are evaluated on the state's raw input.</summary>
    private EvaluationScope Raw(Strand strand)
    {
        _at = strand;
        return new(strand.Activity!.Input.Node, interpreter.Context.Of(strand), strand.Variables, random);
    }

    /// <summary>What expressions see that are evaluated on the state's effective input.</summary>
    private EvaluationScope Effective(Strand strand) => Effective(strand, Raw(strand));

    private static EvaluationScope Effective(Strand strand, EvaluationScope raw) =>
        raw with { Input = strand.Activity!.State.Data.EffectiveInput(raw) };

    private void Exit(Strand strand, Departure departure, string? next)
    {
        var state = strand.Activity!.State;
        var payload = Payload.Of(interpreter.Context.Detach(departure.Output));
        PayloadLimit.CheckResult(payload.Text, state.Name);

        Dictionary<string, Payload>? variables = null;
        if (departure.Assigned is { Count: > 0 } assigned)
        {
            _ = strand.Variables.Assign(assigned);
            variables = assigned.ToDictionary(pair => pair.Key, pair => Payload.Of(interpreter.Context.Detach(pair.Value)));
        }

        Emit(strand, EventTypes.Exited(state), new EventDetails.StateExited(state.Name, payload, next, variables));
        if (next is not null)
            _ready.Enqueue(strand);
        else if (strand.Parent is null)
            EndExecution(HistoryEventType.ExecutionSucceeded, new EventDetails.Result(payload), strand.LastEventId);
        else
            EndBranch(strand, strand.Parent);
    }
}
