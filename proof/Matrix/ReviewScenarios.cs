using KakaoWorkflow.Orders;
using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>Orders that have ended and come before a person all the same: the last attempt of a step took effect, and nobody heard of it.</summary>
internal static class ReviewScenarios
{
    private const string Latte = "카페라떼";

    private const int CommitAttempts = 13;

    public static IReadOnlyList<FaultScenario> All { get; } =
    [
        new("commit unheard of, refund under way, then reviewed", OrderStatus.Refunded, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
        })
        {
            Points = 3_000,
            Faults = [.. CommitUnheardOf(), RefundStopsHalfWay],
            Interruption = (new CallName("AwaitOperator", "dynamodb", "GetItem", 0), visit => visit.RefundByCafeAsync(quantity: 1, maxTries: 1)),
        },

        new("commit unheard of, reviewed, then refund under way", OrderStatus.Refunded, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
            await visit.UntilInReviewAsync();
            await visit.RefundByCafeAsync(quantity: 1, maxTries: 1);
        })
        {
            Points = 3_000,
            Faults = [.. CommitUnheardOf(), RefundStopsHalfWay],
        },
    ];

    private static Fault RefundStopsHalfWay => new(new CallName("RefundOrder", "kakaopay", "cancel", 0), FaultKind.NeverSent);

    private static IEnumerable<Fault> CommitUnheardOf() => Enumerable.Range(0, CommitAttempts).Select(attempt => new Fault(
        new CallName("CommitOrder", "dynamodb", "TransactWriteItems", attempt),
        attempt < CommitAttempts - 1 ? FaultKind.NeverSent : FaultKind.AnswerLost));
}
