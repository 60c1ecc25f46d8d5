using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Tests.Proof.Versions.Moments;

/// <summary>While the execution waits for KakaoPay's callback.</summary>
internal static class ApprovalMoments
{
    public static IReadOnlyList<Moment> List { get; } =
    [
        new("awaiting-approval", patron => patron.OrderAsync(1, "1,000"))
        {
            Ends =
            [
                new("pays", OrderStatus.Paid) { Act = patron => patron.PayAsync() },
                new("quits", OrderStatus.Cancelled)
                {
                    Act = async patron =>
                    {
                        await patron.QuitAsync();
                        await patron.ReturnAsync();
                    },
                },
                new("withdraws", OrderStatus.Cancelled) { Act = patron => patron.WithdrawAsync() },
                new("does nothing", OrderStatus.Expired),
            ],
        },

        new("agreed", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.AgreeAsync();
        })
        {
            Ends =
            [
                new("comes back", OrderStatus.Paid) { Act = async patron => (await patron.ReturnAsync()).ShouldBe(303) },
                new("comes back twice", OrderStatus.Paid)
                {
                    Act = async patron =>
                    {
                        (await patron.ReturnAsync()).ShouldBe(303);
                        (await patron.ReturnAsync()).ShouldBe(303);
                    },
                },
            ],
        },

        new("quit", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.QuitAsync();
        }) { Ends = [new("comes back", OrderStatus.Cancelled) { Act = patron => patron.ReturnAsync() }] },

        // The message is with the consumer, which cannot run.
        new("approval-parked", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.AgreeAsync();
            await patron.Cafe.Cafe.HoldBackAsync("SettleCallback");
            await patron.ReturnAsync();
            await patron.UntilAsync(order => order.PgToken is not null);
        }) { Ends = [new("waits", OrderStatus.Paid)] },

        new("approval-parked-message-lost", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.AgreeAsync();
            await patron.ReturnAsync();
            await patron.UntilStruckAsync(1);
        })
        {
            Faults = [new(new CallName("PaymentRedirect", "sqs", "SendMessage", 0), FaultKind.NeverSent)],
            Ends = [new("waits", OrderStatus.Paid)],
        },

        new("withdrawn-not-settled", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.Cafe.Cafe.HoldBackAsync("SettleCallback");
            await patron.WithdrawAsync();
            await patron.UntilAsync(order => order.WithdrawnAt is not null);
        }) { Ends = [new("waits", OrderStatus.Cancelled)] },

        // A refund has taken back points that were spent already.
        new("awaiting-approval-in-debt", async patron =>
        {
            await patron.BuyAsync(2, null);
            var first = patron.OrderId!;
            await patron.BuyAsync(1, "1,000");
            await patron.Cafe.DriveAsync(
                new RequestRefund(patron.Cafe.Cafe.Table, patron.Cafe.Time).RunAsync(new RefundRequest(first, "operator", "It was cold."), CancellationToken.None));
            await patron.Cafe.UntilAsync(async () => await patron.Cafe.Cafe.Orders.FindAsync(first) is { Status: OrderStatus.Refunded });
            await patron.OrderAsync(2, null);
        })
        {
            Points = 0,
            Ends = [new("pays", OrderStatus.Paid) { Act = patron => patron.PayAsync() }],
        },
    ];
}
