using KakaoWorkflow.Tests.Proof.Versions.Play;

namespace KakaoWorkflow.Tests.Proof.Versions.Moments;

/// <summary>While money moves, and until the café knows.</summary>
internal static class PaymentMoments
{
    private static readonly CallName FirstApprove = new("ApprovePayment", "kakaopay", "approve", 0);

    private static readonly IReadOnlyList<MomentEnd> IsPaid = [new("waits", OrderStatus.Paid)];

    public static IReadOnlyList<Moment> List { get; } =
    [
        // KakaoPay has captured, and the function had not answered yet when the machine went down.
        new("approve-under-way", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.AgreeAsync();
            await patron.ReturnAsync();
            await patron.Cafe.UntilAsync(() => Task.FromResult(patron.Cafe.IsDead));
        }) { Faults = [new(FirstApprove, FaultKind.KilledAfter)], Ends = IsPaid },

        new("in-doubt-captured", patron => PayAndStrikeAsync(patron, 4))
        {
            Faults =
            [
                Faulty.AnswerLost("ApprovePayment", "approve"),
                .. Faulty.KakaoPay("ApprovePayment", "order", 1), .. Faulty.KakaoPay("ResolvePayment", "order", 2),
            ],
            Ends = IsPaid,
        },

        new("in-doubt-not-captured", patron => PayAndStrikeAsync(patron, 4))
        {
            Faults =
            [
                .. Faulty.KakaoPay("ApprovePayment", "approve", 1),
                .. Faulty.KakaoPay("ApprovePayment", "order", 1), .. Faulty.KakaoPay("ResolvePayment", "order", 2),
            ],
            Ends = IsPaid,
        },

        new("pausing-before-approval", async patron =>
        {
            await PayAndStrikeAsync(patron, 2);
            await patron.UntilInAsync("PauseBeforeApproval");
        })
        {
            Faults = [.. Faulty.KakaoPay("ApprovePayment", "approve", 1), .. Faulty.KakaoPay("ApprovePayment", "order", 1)],
            Ends = IsPaid,
        },

        new("captured-not-committed", patron => PayAndStrikeAsync(patron, 2))
        {
            Faults = [.. Faulty.Table("CommitOrder", "TransactWriteItems", 2)],
            Ends = [.. IsPaid, new("withdraws", OrderStatus.Refunded) { Act = patron => patron.WithdrawAsync() }],
        },

        new("committed-not-announced", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.Cafe.Host.Sqs.Queues.DeleteAsync(OrderEvents(patron.Cafe));
            await patron.PayAsync();
            await patron.UntilAsync(order => order.Status == OrderStatus.Paid);
            await patron.UntilInAsync("AnnounceOrder");
        }) { Ends = [IsOnTheBoard] },

        // The message is with the consumer, which cannot run.
        new("announced-not-on-board", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.Cafe.Cafe.HoldBackAsync("OrderEvents");
            await patron.PayAsync();
            await patron.Cafe.UntilAsync(() => Task.FromResult(patron.Cafe.Host.StepFunctions.Engine.RunningCount == 0));
        }) { Ends = [IsOnTheBoard] },

        new("withdrawn-money-going-back", patron => PayAndStrikeAsync(patron, 2))
        {
            Interruption = (FirstApprove, patron => patron.Chat.CancelAsync(patron.OrderId)),
            Faults = [Faulty.AnswerLost("RefundPayment", "cancel"), .. Faulty.KakaoPay("RefundPayment", "order", 1)],
            Ends = [new("waits", OrderStatus.Refunded)],
        },

        new("release-repeated", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.QuitAsync();
            await patron.ReturnAsync();
            await patron.UntilStruckAsync(2);
        })
        {
            Faults = [.. Faulty.Table("ReleasePoints", "TransactWriteItems", 2)],
            Ends = [new("waits", OrderStatus.Cancelled)],
        },
    ];

    private static MomentEnd IsOnTheBoard => new("waits", OrderStatus.Paid) { Check = order => order.Preparation.ShouldBe(Preparation.ToMake) };

    private static async Task PayAndStrikeAsync(Patron patron, int faults)
    {
        await patron.OrderAsync(1, "1,000");
        await patron.AgreeAsync();
        await patron.ReturnAsync();
        await patron.UntilStruckAsync(faults);
    }

    private static string OrderEvents(VersionCafe cafe) => cafe.Host.Stack.Queues.Single(queue => queue.LogicalId == "OrderEventsQueue").Name;
}
