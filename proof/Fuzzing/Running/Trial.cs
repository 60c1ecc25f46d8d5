using System.Collections.Concurrent;

namespace KakaoWorkflow.Proof.Fuzzing.Running;

/// <summary>One input at a function: what the function calls and logs meanwhile, and what it is answered.</summary>
internal sealed class Trial
{
    private static readonly AsyncLocal<Trial?> Running = new();

    private readonly ConcurrentQueue<Call> _calls = new();

    /// <summary>The trial that the running code belongs to; null while a world is set up.</summary>
    public static Trial? Current => Running.Value;

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>The log.</summary>
    public TrialLog Log { get; } = new();

    /// <summary>What KakaoPay answers to an operation for a transaction.</summary>
    public required Func<string, string, KakaoPayReply> KakaoPay { get; init; }

    /// <summary>Whether Step Functions says that the executions it is asked for run.</summary>
    public bool ExecutionsRun { get; init; }

    /// <summary>Notes a call.</summary>
    public Call Enter(string service, string operation, string body)
    {
        var call = new Call(service, operation, body);
        _calls.Enqueue(call);
        return call;
    }

#pragma warning disable CA1031 // whatever leaves the function is what the input came to
    /// <summary>Runs the function. What it started and did not wait for is none of the outcome.</summary>
    public async Task<TrialOutcome> RunAsync(Func<Task<Stream>> function)
    {
        Running.Value = this;
        try
        {
            await using var output = await function();
            using var copy = new MemoryStream();
            await output.CopyToAsync(copy);
            return new TrialOutcome(copy.ToArray(), null, Calls, Log.Lines);
        }
        catch (Exception error)
        {
            return new TrialOutcome(null, error, Calls, Log.Lines);
        }
    }
#pragma warning restore CA1031
}
