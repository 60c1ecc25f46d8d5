using KakaoWorkflow.Orders;
using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>The scenarios of the matrix.</summary>
internal static class FaultScenarios
{
    private const string Latte = "카페라떼";

    private const int ReleaseAttempts = 13;

    private static readonly CallName FirstApprove = new("ApprovePayment", "kakaopay", "approve", 0);

    public static IReadOnlyList<FaultScenario> All { get; } =
    [
        new("plain", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 2, null);
            await visit.AgreeAsync();
            await visit.ReturnAsync();
        }),

        new("with points", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
        }) { Points = 3_000 },

        new("points only", OrderStatus.Paid, visit => visit.OrderAsync(Latte, 1, "전부")) { Points = 5_000 },

        new("quit", OrderStatus.Cancelled, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.QuitAsync();
        }) { Points = 3_000 },

        new("declined", OrderStatus.Declined, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.AddFaultAsync("Approve", "Decline");
            await visit.ReturnAsync();
        }) { Points = 3_000 },

        new("expired", OrderStatus.Expired, visit => visit.OrderAsync(Latte, 1, "1,000")) { Points = 3_000, Reloads = false },

        new("withdrawn", OrderStatus.Cancelled, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.WithdrawAsync();
        }) { Points = 3_000 },

        new("withdrawn while captured", OrderStatus.Refunded, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
        }) { Points = 3_000, Interruption = (FirstApprove, visit => visit.WithdrawAsync()) },

        new("approve answer lost", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
        }) { Points = 3_000, Faults = [new(FirstApprove, FaultKind.AnswerLost)] },

        new("paid, refunded by the customer", OrderStatus.Refunded, async visit =>
        {
            await visit.OrderAsync(Latte, 2, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
            await visit.EndAsync(reloads: true);
            await visit.CancelPaidAsync();
        }) { Points = 3_000 },

        new("paid, refunded in part by the cafe", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 2, null);
            await visit.AgreeAsync();
            await visit.ReturnAsync();
            await visit.EndAsync(reloads: true);
            await visit.RefundByCafeAsync(quantity: 1);
        }),

        new("paid, refund refused, settled by hand", OrderStatus.Refunded, async visit =>
        {
            await visit.OrderAsync(Latte, 2, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
            await visit.EndAsync(reloads: true);
            await visit.RefuseCancelsAsync();
            await visit.RefundByCafeAsync(quantity: 2);
            await visit.SettleByHandAsync();
        }) { Points = 3_000 },

        new("paid, in debt", OrderStatus.Paid, async visit =>
        {
            await visit.OweAsync(700);
            await visit.OrderAsync(Latte, 2, null);
            await visit.AgreeAsync();
            await visit.ReturnAsync();
        }),

        new("quit, in debt", OrderStatus.Cancelled, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.OweAsync(700);
            await visit.QuitAsync();
        }) { Points = 1_000 },

        new("amount differs, reviewed", OrderStatus.Refunded, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.AddFaultAsync("Approve", "AmountMismatch", amountWon: 500);
            await visit.ReturnAsync();
        }) { Points = 3_000 },

        // All attempts of the release fail, until a person resumes it.
        new("release fails, reviewed", OrderStatus.Cancelled, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.QuitAsync();
        })
        {
            Points = 3_000,
            Faults =
            [
                .. Enumerable.Range(0, ReleaseAttempts)
                    .Select(attempt => new Fault(new CallName("ReleasePoints", "dynamodb", "TransactWriteItems", attempt), FaultKind.NeverSent)),
            ],
        },
    ];
}
