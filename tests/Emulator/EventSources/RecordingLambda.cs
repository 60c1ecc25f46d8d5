using System.Collections.Concurrent;

namespace KakaoWorkflow.Tests.Emulator.EventSources;

/// <summary>Stands for the Lambda service: notes what it is invoked with and answers as the test says.</summary>
internal sealed class RecordingLambda(Func<JsonArray, CancellationToken, Task<LambdaInvocation>> function) : ILambdaInvoker
{
    private readonly ConcurrentQueue<JsonArray> _batches = new();
    private readonly SemaphoreSlim _invoked = new(0);
    private int _running;
    private int _mostRunning;

    public RecordingLambda(Func<JsonArray, LambdaInvocation> function)
        : this((records, _) => Task.FromResult(function(records)))
    {
    }

    public RecordingLambda()
        : this(_ => Returns("null"))
    {
    }

    public IReadOnlyList<JsonArray> Batches => [.. _batches];

    public int MostRunning => _mostRunning;

    public static LambdaInvocation Returns(string json) => new(Encoding.UTF8.GetBytes(json), null, "request");

    public static LambdaInvocation Fails() => new("""{"errorType":"E"}"""u8.ToArray(), "Unhandled", "request");

    public static string[] Bodies(JsonArray records) =>
        [.. records.Select(record => record!["body"]!.GetValue<string>())];

    public static string IdOf(JsonArray records, string body) =>
        records.Single(record => record!["body"]!.GetValue<string>() == body)!["messageId"]!.GetValue<string>();

    /// <summary>Waits until the function was invoked so many times more.</summary>
    public async Task InvokedAsync(int times = 1)
    {
        for (var time = 0; time < times; time++)
            (await _invoked.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBeTrue("the function was not invoked");
    }

    public async Task<LambdaInvocation> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var records = JsonNode.Parse(payload.Span)!["Records"]!.AsArray();
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(running);
        _batches.Enqueue(records);
        _invoked.Release();
        try
        {
            return await function(records, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private void InterlockedMax(int running)
    {
        var most = _mostRunning;
        while (running > most)
            most = Interlocked.CompareExchange(ref _mostRunning, running, most) is var before && before == most ? running : before;
    }
}
