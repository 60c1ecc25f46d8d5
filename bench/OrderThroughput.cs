using System.Collections.Concurrent;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Bench;

/// <summary>
/// Complete orders per second through the whole stack, durable, on one machine: skill calls, the state machine, KakaoPay's
/// pages and calls, the callback, the commit. The customers' side runs in the same process and takes its share of the cores.
/// </summary>
internal static class OrderThroughput
{
    private const int Customers = 48;

    public static async Task RunAsync(int orders, TimeProvider time)
    {
        var folder = Directory.CreateTempSubdirectory("kakaoworkflow-bench-");
        try
        {
            await using var host = await LocalHost.StartAsync(new LocalHostOptions { DataFolder = folder.FullName }, CancellationToken.None);
            using var cafe = new Cafe(CafeAddressReader.Of(host), time);
            await SampleMenu.OfferAsync(cafe.Menu);
            var customers = Enumerable.Range(0, Customers)
                .Select(number => new ChatUser(cafe, $"customer-{number}", $"010{20_000_000 + number}")).ToList();
            await Task.WhenAll(customers.Select(customer => customer.SignUpAsync()));

            await PlaceAsync(host, cafe, customers, Math.Max(orders / 10, Customers), time);
            var latencies = new ConcurrentBag<double>();
            var started = time.GetTimestamp();
            await PlaceAsync(host, cafe, customers, orders, time, latencies);
            var seconds = time.GetElapsedTime(started).TotalSeconds;
            var sorted = latencies.Order().ToList();
            Console.WriteLine(
                $"orders: {orders / seconds:0.0} complete orders/s ({orders} orders, {Customers} customers at once), "
                + $"pay skill p50 {sorted[sorted.Count / 2]:0} ms, p99 {sorted[sorted.Count * 99 / 100]:0} ms");
            var violations = await DemoRun.VerifyAsync(cafe, Spectre.Console.AnsiConsole.Console);
            if (violations > 0)
                throw new InvalidOperationException($"{violations} invariants are violated.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PlaceAsync(
        LocalHost host, Cafe cafe, List<ChatUser> customers, int orders, TimeProvider time, ConcurrentBag<double>? latencies = null)
    {
        var left = orders;
        await Task.WhenAll(customers.Select(async customer =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await OrderAsync(host, cafe, customer, time, latencies);
        }));
    }

    private static async Task OrderAsync(LocalHost host, Cafe cafe, ChatUser customer, TimeProvider time, ConcurrentBag<double>? latencies)
    {
        var orderId = (await customer.OrderSheetAsync("아메리카노", 1)).OrderId ?? throw new InvalidOperationException("There is no order sheet.");
        var asked = time.GetTimestamp();
        var reply = await customer.PayAsync(orderId);
        latencies?.Add(time.GetElapsedTime(asked).TotalMilliseconds);
        var link = reply.PayLink ?? throw new InvalidOperationException("There is no pay link: " + reply.Text);
        Uri page;
        while ((page = await cafe.Browser.OpenAsync(link, CancellationToken.None)) == link)
            await Task.Delay(TimeSpan.FromMilliseconds(10), time);
        var approval = await cafe.Browser.PayAsync(page, CancellationToken.None);
        using (await cafe.Http.GetAsync(approval))
            await host.StepFunctions.Engine.WaitForEndAsync(OrderStory.ExecutionArn(cafe, orderId), CancellationToken.None);
        if ((await cafe.Orders.GetAsync(orderId)).Status != OrderStatus.Paid)
            throw new InvalidOperationException($"Order {orderId} is not PAID.");
    }
}
