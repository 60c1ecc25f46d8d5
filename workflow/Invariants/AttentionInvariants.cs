using KakaoWorkflow.Attention;

namespace KakaoWorkflow.Invariants;

/// <summary>What is always true of the matters that wait for a person.</summary>
internal static class AttentionInvariants
{
    public static Invariant AttentionTellsTheTruth { get; } = new(
        "attention-tells-the-truth",
        "An order that waits for an operator has its matter and the other way round, and no matter is about a settled order.",
        AttentionTellsTheTruthViolations);

    private static IEnumerable<(string, string)> AttentionTellsTheTruthViolations(Snapshot snapshot)
    {
        var inReview = snapshot.Attention.Where(record => record.Kind == AttentionKind.OrderInReview)
            .Select(record => record.Subject).ToHashSet(StringComparer.Ordinal);
        foreach (var order in snapshot.Orders.Values.Where(order => order.ReviewToken is not null != inReview.Contains(order.OrderId)))
        {
            yield return (order.OrderId, order.ReviewToken is null
                ? "it waits for no operator, and a matter says that it does"
                : "it waits for an operator, and no matter says so");
        }
        foreach (var record in snapshot.Attention.Where(record => record.OrderId is not null && record.Kind != AttentionKind.OrderInReview))
        {
            if (snapshot.Orders.GetValueOrDefault(record.OrderId!) is null or { IsSettled: true })
                yield return (record.OrderId!, $"{record.Kind} of an order that is settled");
        }
    }
}
