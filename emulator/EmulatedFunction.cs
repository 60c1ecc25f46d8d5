using System.Text.Json.Nodes;
using Amazon.Lambda.Core;

namespace KakaoWorkflow.Emulator;

/// <summary>What a function does: code of this process, or a program that speaks the Lambda Runtime API.</summary>
public sealed class EmulatedFunction
{
    private EmulatedFunction()
    {
    }

    internal Func<Func<Stream, ILambdaContext, Task<Stream>>>? Start { get; private init; }

    internal IReadOnlyList<string>? Command { get; private init; }

    internal string? CodePath { get; private init; }

    /// <summary>Answers JSON with JSON. What it throws is the invocation's error, under the exception's class name.</summary>
    public static EmulatedFunction Of(Func<JsonNode?, JsonNode?> function) => OfAsync(input => Task.FromResult(function(input)));

    /// <summary>As <see cref="Of(Func{JsonNode, JsonNode})"/>, in its own time.</summary>
    public static EmulatedFunction OfAsync(Func<JsonNode?, Task<JsonNode?>> function) => OfHandler(async (input, _) =>
    {
        var output = await function(await JsonNode.ParseAsync(input));
        return new MemoryStream(System.Text.Encoding.UTF8.GetBytes(output?.ToJsonString() ?? "null"));
    });

    /// <summary>A handler as <c>Amazon.Lambda.RuntimeSupport</c> takes it. It serves several invocations at once.</summary>
    public static EmulatedFunction OfHandler(Func<Stream, ILambdaContext, Task<Stream>> handler) => OfStart(() => handler);

    /// <summary>A handler that is made when it is first needed, as at a cold start. A failure is that invocation's, and the next one tries again.</summary>
    public static EmulatedFunction OfStart(Func<Func<Stream, ILambdaContext, Task<Stream>>> start) => new() { Start = start };

    /// <summary>A program, started as a process for each concurrent event; <c>_HANDLER</c> tells it which function it is.</summary>
    /// <param name="codePath">What <c>LAMBDA_TASK_ROOT</c> is.</param>
    /// <param name="command">The program and its arguments.</param>
    public static EmulatedFunction OfProgram(string codePath, params IReadOnlyList<string> command) => new() { CodePath = codePath, Command = command };
}
