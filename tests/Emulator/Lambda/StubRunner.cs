namespace KakaoWorkflow.Tests.Emulator.Lambda;

/// <summary>A runner whose functions are the test's, and which remembers what it ran.</summary>
internal sealed class StubRunner(Func<FunctionCall, Task<LambdaInvocation>> run) : IFunctionRunner
{
    public List<FunctionCall> Calls { get; } = [];

    public static StubRunner Echo() => new(call => Task.FromResult(call.Returned(call.Payload)));

    public Task<LambdaInvocation> RunAsync(FunctionCall call, CancellationToken cancellationToken)
    {
        lock (Calls)
            Calls.Add(call);
        return run(call);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
