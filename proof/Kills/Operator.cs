using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Review;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>Does the operator's work: resumes orders in review, and runs the reconciler.</summary>
internal sealed class Operator(Cafe cafe, TimeProvider time)
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, int> _findings = new(StringComparer.Ordinal);

    /// <summary>How many orders were resumed.</summary>
    public int Resumed { get; private set; }

    /// <summary>What the reconciler found, and how often.</summary>
    public IReadOnlyDictionary<string, int> Findings => _findings;

    /// <summary>Looks for orders in review until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ResumeAsync(stopping);
            }
#pragma warning disable CA1031 // the host is down: the next round looks again
            catch (Exception)
#pragma warning restore CA1031
            {
                // Nothing was resumed, or what was resumed is no longer in review.
            }
            await Task.Delay(Round, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Resumes what is in review.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var (matters, _) = await new AttentionRecords(cafe.Table, time).ListAsync(cancellationToken);
        foreach (var orderId in matters.Where(matter => matter.Kind == AttentionKind.OrderInReview).Select(matter => OrderId.Parse(matter.Subject)))
        {
            if (await cafe.Resume.RunAsync(orderId, "operator", "the machine was down", cancellationToken) is { Outcome: ResumeOutcome.Resumed })
                Resumed++;
        }
    }

    /// <summary>Runs the reconciler once.</summary>
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = cafe.Addresses.Aws, Timeout = Timeout.InfiniteTimeSpan };
        var answer = await new RemoteLambda(http).InvokeAsync(
            $"{cafe.Addresses.StackName}-ReconcileOrders", Encoding.UTF8.GetBytes("{}"), cancellationToken);
        if (answer.FunctionError is not null || JsonNode.Parse(answer.Payload.Span)?["counts"] is not JsonObject counts)
            throw new InvalidOperationException("The reconciler failed.");
        foreach (var (finding, count) in counts)
            _findings[finding] = _findings.GetValueOrDefault(finding) + (int)count!;
    }
}
