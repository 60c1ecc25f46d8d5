using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>
/// Computes what a task's call is given. Parameters with a task token are computed twice from one seed, with the token for
/// the call and with a placeholder for the history, so that no function of a token can reach the disk.
/// </summary>
internal static class TaskParameters
{
    /// <summary>The parameters of a task without a token.</summary>
    /// <exception cref="Language.Failures.StatesException">They cannot be computed.</exception>
    public static JsonNode? Plain(Interpreter interpreter, Strand strand, TaskState task, IRandomSource random) =>
        Evaluate(interpreter, strand, task, interpreter.Context.Of(strand), random);

    /// <summary>The parameters of a task with a token.</summary>
    /// <exception cref="Language.Failures.StatesException">They cannot be computed.</exception>
    public static JsonNode? WithToken(Interpreter interpreter, Strand strand, TaskState task, string token, ulong seed) =>
        Evaluate(interpreter, strand, task, interpreter.Context.WithTaskToken(strand, token), new SeededRandomSource(seed));

    /// <summary>The parameters of an attempt that was scheduled before.</summary>
    public static JsonNode? Again(Interpreter interpreter, Strand strand, TaskState task, TaskAttempt attempt) =>
        attempt.Scheduled.Seed is { } seed
            ? WithToken(interpreter, strand, task, interpreter.Tokens.TokenFor(interpreter.Identity.Arn, attempt.EventId), seed)
            : attempt.Scheduled.Parameters.Node;

    private static JsonNode? Evaluate(
        Interpreter interpreter, Strand strand, TaskState task, JsonObject context, IRandomSource random)
    {
        var scope = new EvaluationScope(strand.Activity!.Input.Node, context, strand.Variables, random);
        return interpreter.Context.Detach(task.Data.Arguments(scope with { Input = task.Data.EffectiveInput(scope) }));
    }
}
