using KakaoWorkflow.Board;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Proof.Versions.Play;

namespace KakaoWorkflow.Tests.Proof.Versions.Moments;

/// <summary>After the sale, and after an end whose money is still to be looked at.</summary>
internal static class RefundMoments
{
    private const int LatteWon = 5_000;

    private static readonly TimeSpan LongThought = TimeSpan.FromMinutes(14);

    public static IReadOnlyList<Moment> List { get; } =
    [
        new("paid", patron => patron.BuyAsync(2, "1,000"))
        {
            Ends =
            [
                new("fetches it", OrderStatus.Paid)
                {
                    Act = async patron =>
                    {
                        var move = new MoveOrder(patron.Cafe.Cafe.Table, patron.Cafe.Time);
                        foreach (var step in new[] { BoardMove.Start, BoardMove.Made, BoardMove.PickedUp })
                            (await move.RunAsync(patron.OrderId!, step, "kim")).Outcome.ShouldBe(MoveOutcome.Moved);
                    },
                },
                new("is refunded", OrderStatus.Refunded) { Act = patron => patron.InvokeAsync("RefundOrder", Call(patron)) },
            ],
        },

        // Written down, and whoever did so went down.
        new("refund-requested", async patron =>
        {
            await patron.BuyAsync(2, "1,000");
            await patron.Cafe.DriveAsync(new RequestRefund(patron.Cafe.Cafe.Table, patron.Cafe.Time)
                .RunAsync(RefundRequest.ByCustomer(patron.OrderId!), CancellationToken.None));
        }) { Ends = [new("waits", OrderStatus.Refunded)] },

        new("refund-answer-lost", RefundOneAsync)
        {
            Faults = [Faulty.AnswerLost("RefundOrder", "cancel")],
            Ends = [OneIsRefunded],
        },

        new("refund-money-back", RefundOneAsync)
        {
            // The request is the first transaction, the settlement the second.
            Faults = [new(new CallName("RefundOrder", "dynamodb", "TransactWriteItems", 1), FaultKind.NeverSent)],
            Ends = [OneIsRefunded],
        },

        // KakaoPay took the approval in time, gave no answer, and captures when the order has expired.
        new("money-unchecked", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            var late = patron.Cafe.Time.GetUtcNow() + LongThought;
            await patron.Cafe.UntilAsync(() => Task.FromResult(patron.Cafe.Time.GetUtcNow() >= late));
            await patron.Cafe.Cafe.AddFaultAsync(new() { ["orderId"] = (string?)patron.OrderId, ["operation"] = "Approve", ["kind"] = "Zombie", ["delayMs"] = 600_000 });
            await patron.AgreeAsync();
            await patron.ReturnAsync();
            await patron.UntilAsync(order => order.Status == OrderStatus.Expired);
        })
        {
            Faults = [.. Faulty.KakaoPay("ApprovePayment", "order", 1), .. Faulty.KakaoPay("ResolvePayment", "order", 10)],
            Ends = [new("waits", OrderStatus.Expired) { Act = patron => patron.UntilAsync(order => order.OpenStatus is null) }],
        },
    ];

    private static MomentEnd OneIsRefunded => new("waits", OrderStatus.Paid)
    {
        Check = order => (order.RefundedWon + order.RefundedPoints, order.OpenRefund).ShouldBe((LatteWon, null)),
    };

    private static async Task RefundOneAsync(Patron patron)
    {
        await patron.BuyAsync(2, "1,000");
        var call = Call(patron);
        (call["line"], call["quantity"]) = (1, 1);
        await patron.InvokeAsync("RefundOrder", call);
        await patron.UntilStruckAsync(1);
    }

    private static JsonObject Call(Patron patron) => new() { ["orderId"] = (string?)patron.OrderId, ["by"] = "operator", ["why"] = "It was cold." };
}
