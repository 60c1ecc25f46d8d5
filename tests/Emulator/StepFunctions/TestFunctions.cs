using System.Collections.Concurrent;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions;

/// <summary>Lambda functions that are a test's delegates.</summary>
internal sealed class TestFunctions : ILambdaInvoker
{
    private readonly Lock _invoked = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, Func<JsonNode?, CancellationToken, Task<LambdaInvocation>>> _functions = new();

    public ConcurrentQueue<(string Name, JsonNode? Event)> Invocations { get; } = new();

    public void Returns(string name, Func<JsonNode?, JsonNode?> function) =>
        _functions[name] = (input, _) => Task.FromResult(Answer(function(input)));

    public void Fails(string name, string errorDocument) =>
        _functions[name] = (_, _) => Task.FromResult(new LambdaInvocation(Encoding.UTF8.GetBytes(errorDocument), "Unhandled", "r"));

    public void Runs(string name, Func<JsonNode?, CancellationToken, Task<LambdaInvocation>> function) => _functions[name] = function;

    /// <summary>A function that never returns, until its call is forgotten.</summary>
    public void Hangs(string name) => _functions[name] = async (_, cancellationToken) =>
    {
        await ForeverAsync(cancellationToken);
        return Answer(null);
    };

    public static Task ForeverAsync(CancellationToken cancellationToken) => new TaskCompletionSource().Task.WaitAsync(cancellationToken);

    /// <summary>Completes when the function has been invoked so often.</summary>
    public async Task InvokedAsync(string name, int times)
    {
        while (true)
        {
            Task next;
            lock (_invoked)
                next = _next.Task;
            if (Invocations.Count(invocation => invocation.Name == name) >= times)
                return;
            await next.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public static LambdaInvocation Answer(JsonNode? result) =>
        new(Encoding.UTF8.GetBytes(result?.ToJsonString() ?? "null"), null, "request-1");

    public Task<LambdaInvocation> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var input = JsonNode.Parse(payload.Span);
        Invocations.Enqueue((functionName, input));
        lock (_invoked)
        {
            _next.SetResult();
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return _functions.TryGetValue(functionName, out var function)
            ? function(input, cancellationToken)
            : throw new LambdaServiceException("ResourceNotFoundException", $"Function not found: {functionName}", 404);
    }
}
