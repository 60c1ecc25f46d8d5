using Amazon.Runtime;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Proof.Play;
using KakaoWorkflow.Review;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>The person who lets orders in review try again, now and then.</summary>
internal sealed class ChaosOperator(VirtualCafe cafe)
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(3);

    /// <summary>How many orders were resumed.</summary>
    public int Resumed { get; private set; }

    /// <summary>Looks until it is told to go home.</summary>
    public async Task RunAsync(CancellationToken goHome)
    {
        while (!goHome.IsCancellationRequested)
        {
            foreach (var record in (await cafe.MattersAsync()).Where(record => record.Kind == AttentionKind.OrderInReview))
                await ResumeAsync(OrderId.Parse(record.Subject));
            await Task.Delay(LooksEvery, cafe.Time, goHome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ResumeAsync(OrderId orderId)
    {
        try
        {
            if (await cafe.BusyAsync(() => cafe.Cafe.Resume.RunAsync(orderId, "chaos", "Try again.")) is { Outcome: ResumeOutcome.Resumed })
                Resumed++;
        }
        catch (Exception error) when (error is AmazonClientException or HttpRequestException or ObjectDisposedException or OperationCanceledException)
        {
            // The host is being killed; the next look comes.
        }
    }
}
