using Amazon.Runtime;
using KakaoWorkflow.Local.Faults.Play;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Faults.Chaos;

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
            foreach (var order in (await cafe.MarkedOrdersAsync()).Where(order => order is { OpenStatus: OrderStatus.Review, ReviewToken: not null }))
                await ResumeAsync(order);
            await Task.Delay(LooksEvery, cafe.Time, goHome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ResumeAsync(Order order)
    {
        try
        {
            if (await cafe.BusyAsync(() => cafe.Cafe.Resume.RunAsync(order.OrderId, "chaos", "Try again.")) is not null)
                Resumed++;
        }
        catch (Exception error) when (error is AmazonClientException or HttpRequestException or ObjectDisposedException or OperationCanceledException)
        {
            // The host is being killed; the next look comes.
        }
    }
}
