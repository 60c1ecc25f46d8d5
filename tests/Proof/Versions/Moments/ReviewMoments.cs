using KakaoWorkflow.Tests.Proof.Versions.Play;

namespace KakaoWorkflow.Tests.Proof.Versions.Moments;

/// <summary>A step failed for good, and the order is before the operator: one moment per step that can be resumed.</summary>
internal static class ReviewMoments
{
    public static IReadOnlyList<Moment> List { get; } =
    [
        new("review-quote", TapPayAsync) { Faults = [.. Faulty.Table("Quote")], Ends = ResumedAndPaid },
        new("review-reserve", TapPayAsync) { Faults = [.. Faulty.Table("ReservePoints")], Ends = ResumedAndPaid },
        new("review-prepare", async patron =>
        {
            await patron.Cafe.Cafe.HoldBackAsync("PreparePayment");
            await TapPayAsync(patron);
        }) { Ends = ResumedAndPaid },
        new("review-await-approval", TapPayAsync) { Faults = [.. Faulty.Table("AwaitApproval")], Ends = ResumedAndPaid },
        new("review-resolve", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.Cafe.Cafe.HoldBackAsync("ResolvePayment");
            await PayAsync(patron);
        })
        {
            Faults = [Faulty.AnswerLost("ApprovePayment", "approve"), .. Faulty.KakaoPay("ApprovePayment", "order", 1)],
            Ends = Resumed(OrderStatus.Paid),
        },
        new("review-commit", OrderAndPayAsync) { Faults = [.. Faulty.Table("CommitOrder")], Ends = Resumed(OrderStatus.Paid) },
        new("review-announce", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.Cafe.Host.Sqs.Queues.DeleteAsync(
                patron.Cafe.Host.Stack.Queues.Single(queue => queue.LogicalId == "OrderEventsQueue").Name);
            await PayAsync(patron);
        })
        {
            Ends =
            [
                new("is resumed", OrderStatus.Paid)
                {
                    Act = patron => patron.ResumeAsync(),
                    Check = order => order.Preparation.ShouldBe(Preparation.ToMake),
                },
            ],
        },
        new("review-refund", OrderAndPayAsync)
        {
            Interruption = (new CallName("ApprovePayment", "kakaopay", "approve", 0), patron => patron.Chat.CancelAsync(patron.OrderId)),
            Faults = [.. Faulty.KakaoPay("RefundPayment", "order", Faulty.Always)],
            Ends = Resumed(OrderStatus.Refunded),
        },
        new("review-amount-differs", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.Cafe.Cafe.AddFaultAsync(new() { ["orderId"] = (string?)patron.OrderId, ["operation"] = "Approve", ["kind"] = "AmountMismatch", ["amountWon"] = 500 });
            await PayAsync(patron);
        }) { Ends = Resumed(OrderStatus.Refunded) },
        new("review-release", async patron =>
        {
            await patron.OrderAsync(1, "1,000");
            await patron.QuitAsync();
            await patron.ReturnAsync();
            await IsInReviewAsync(patron);
        }) { Faults = [.. Faulty.Table("ReleasePoints")], Ends = Resumed(OrderStatus.Cancelled) },
    ];

    private static IReadOnlyList<MomentEnd> ResumedAndPaid =>
    [
        new("is resumed, pays", OrderStatus.Paid)
        {
            Act = async patron =>
            {
                await patron.ResumeAsync();
                await patron.PayAsync();
            },
        },
    ];

    private static IReadOnlyList<MomentEnd> Resumed(string status) => [new("is resumed", status) { Act = patron => patron.ResumeAsync() }];

    private static async Task TapPayAsync(Patron patron)
    {
        await patron.AskForSheetAsync(1, "1,000");
        await patron.TapPayAsync();
        await IsInReviewAsync(patron);
    }

    private static async Task OrderAndPayAsync(Patron patron)
    {
        await patron.OrderAsync(1, "1,000");
        await PayAsync(patron);
    }

    private static async Task PayAsync(Patron patron)
    {
        await patron.AgreeAsync();
        await patron.ReturnAsync();
        await IsInReviewAsync(patron);
    }

    private static Task IsInReviewAsync(Patron patron) => patron.UntilAsync(order => order.ReviewToken is not null);
}
