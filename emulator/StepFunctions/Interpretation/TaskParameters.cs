using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>
/// Computes what the call of a task with a token is given. Such parameters are computed twice from one seed, with the token for the
/// call and with a placeholder for the history, so that no function of a token can reach the disk.
/// </summary>
internal static class TaskParameters
{
    /// <summary>The parameters of a task with a token, the token in them.</summary>
    /// <param name="interpreter">The execution.</param>
    /// <param name="strand">The line whose state it is.</param>
    /// <param name="task">The state.</param>
    /// <param name="eventId">The event that schedules the task.</param>
    /// <param name="seed">Of the randomness that the history's parameters were computed with.</param>
    /// <exception cref="Language.Failures.StatesException">They cannot be computed.</exception>
    public static JsonNode? WithToken(Interpreter interpreter, Strand strand, TaskState task, long eventId, ulong seed)
    {
        var token = interpreter.Tokens.TokenFor(interpreter.Identity.Arn, eventId);
        var raw = new EvaluationScope(
            strand.Activity!.Input.Node, interpreter.Context.WithTaskToken(strand, token), strand.Variables, new SeededRandomSource(seed));
        return interpreter.Context.Detach(task.Data.Arguments(raw with { Input = task.Data.EffectiveInput(raw) }));
    }

    /// <summary>The parameters of an attempt that was scheduled before.</summary>
    public static JsonNode? Again(Interpreter interpreter, Strand strand, TaskState task, TaskAttempt attempt) =>
        attempt.Scheduled.Seed is { } seed
            ? WithToken(interpreter, strand, task, attempt.EventId, seed)
            : attempt.Scheduled.Parameters.Node;
}
