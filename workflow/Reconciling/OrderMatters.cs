using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reconciling;

/// <summary>Opens the matter that a look at an order found, and closes those that it found to be over.</summary>
public sealed class OrderMatters(OrderTable table, TimeProvider time)
{
    /// <summary>What only a look can tell to be over while the order is not settled.</summary>
    private static readonly string[] OfTheReconciler = [AttentionKind.OrderStuck, AttentionKind.RefundMismatch];

    private readonly OrderRecords _orders = new(table);

    /// <summary>Writes down what a look came to.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="open">The kinds of the order's matters that were open before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task NoteAsync(ReconciledOrder found, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        if (found.Attention is { } kind)
            await OpenAsync(kind, found, cancellationToken);
        if (open.Count == 0)
            return;
        var order = await _orders.FindAsync(found.OrderId, cancellationToken);
        foreach (var over in open.Where(kind => IsOver(kind, found, order)))
            await CloseAsync(over, found.OrderId, cancellationToken);
    }

    private static bool IsOver(string kind, ReconciledOrder found, Order? order)
    {
        if (order is null or { IsSettled: true })
            return true;
        if (kind == AttentionKind.OrderInReview)
            return order.ReviewToken is null;
        return OfTheReconciler.Contains(kind) && found.Finding != ReconcileFinding.InDoubt && found.Attention != kind;
    }

    /// <summary>Of an order that somebody else settles meanwhile, none is opened.</summary>
    private async Task OpenAsync(string kind, ReconciledOrder found, CancellationToken cancellationToken)
    {
        await table.TransactAsync(
            [
                new ItemChange(ItemKey.Order(found.OrderId)).IfAny(OrderAttributes.OpenStatus, OrderAttributes.ReviewToken).ToCheck(table.Name),
                AttentionWrites.OpenOrder(table.Name, kind, found.OrderId, found.Detail ?? found.Finding.ToString(), time.GetUtcNow()),
            ],
            cancellationToken);
    }

    private async Task CloseAsync(string kind, OrderId orderId, CancellationToken cancellationToken)
    {
        var close = AttentionWrites.Close(table.Name, kind, orderId);
        var isInReviewNoMore = new ItemChange(ItemKey.Order(orderId)).If(OrderAttributes.ReviewToken, null);
        await table.TransactAsync(kind == AttentionKind.OrderInReview ? [isInReviewNoMore.ToCheck(table.Name), close] : [close], cancellationToken);
    }
}
