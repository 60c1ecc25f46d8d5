using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Refunds;

/// <summary>
/// Writes down that an order is to be refunded, with all amounts, in one transaction that also keeps the café from making what
/// is called back. From then on the refund happens, whoever crashes. Who asked, when and why is on the refund's record, and on
/// the order's too when it was not the customer.
/// May find the order PAID (writes), with another refund under way (answers that one), refunded as asked already (nothing to
/// do), or not paid (refused).
/// </summary>
public sealed class RequestRefund(OrderTable table, TimeProvider time)
{
    /// <summary>The most refunds of one order: KakaoPay's list of cancels is bounded, too.</summary>
    public const int MaxRefunds = 99;

    private const int MaxAttempts = 5;

    private readonly OrderRecords _orders = new(table);

    /// <summary>Asks for a refund.</summary>
    /// <returns>The number of the refund that is under way now, which may be an earlier one; null when nothing is left to refund.</returns>
    /// <exception cref="RefundRefusedException">It cannot be refunded as asked.</exception>
    /// <exception cref="ArgumentException">The request is malformed.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    /// <exception cref="OrderConflictException">Others kept changing the order; ask again.</exception>
    public async Task<int?> RunAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        request.Validate();
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var order = await _orders.GetAsync(request.OrderId, cancellationToken);
            if (order.OpenRefund is { } number)
                return number;
            if (order is { Status: OrderStatus.Refunded, PaidAt: not null })
                return null;
            if (order.Status != OrderStatus.Paid)
                throw new RefundRefusedException(order.OrderId, RefundRefusal.NotPaid);

            var before = Before(order);
            var after = After(order, before, request);
            if (before.SequenceEqual(after))
                return null;
            if (request.RefusalFor(order, time.GetUtcNow()) is { } refusal)
                throw new RefundRefusedException(order.OrderId, refusal);
            if (order.RefundCount >= MaxRefunds)
                throw new RefundRefusedException(order.OrderId, RefundRefusal.TooOften);
            if (await TryWriteAsync(order, before, after, request, cancellationToken))
                return order.RefundCount + 1;
        }
        throw new OrderConflictException(request.OrderId);
    }

    /// <summary>What a request would move now. Nothing is written.</summary>
    /// <returns>The amounts; all 0 when nothing is left to refund. A refund that is under way counts as done.</returns>
    /// <exception cref="RefundRefusedException">It cannot be refunded as asked.</exception>
    /// <exception cref="ArgumentException">The request is malformed.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public async Task<RefundParts> PreviewAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        request.Validate();
        var order = await _orders.GetAsync(request.OrderId, cancellationToken);
        if (order is { Status: OrderStatus.Refunded, PaidAt: not null })
            return new RefundParts(0, 0, 0);
        if (order.Status != OrderStatus.Paid)
            throw new RefundRefusedException(order.OrderId, RefundRefusal.NotPaid);
        var before = Before(order);
        return RefundSplit.Between(
            order.TotalWon, order.PointsUsed, order.EarnedPoints ?? 0, Worth(order, before), Worth(order, After(order, before, request)));
    }

    private static long[] Before(Order order) => order.RefundedQuantities.Count == order.Lines.Count
        ? [.. order.RefundedQuantities]
        : new long[order.Lines.Count];

    private static long[] Everything(Order order) => [.. order.Lines.Select(line => (long)line.Quantity)];

    private static long[] After(Order order, long[] before, RefundRequest request)
    {
        if (request.Line is not { } line)
            return Everything(order);
        if (line > order.Lines.Count)
            throw new RefundRefusedException(order.OrderId, RefundRefusal.NoSuchLine);
        var quantity = request.Quantity ?? order.Lines[line - 1].Quantity;
        if (quantity > order.Lines[line - 1].Quantity)
            throw new RefundRefusedException(order.OrderId, RefundRefusal.TooMany);
        long[] after = [.. before];
        after[line - 1] = Math.Max(before[line - 1], quantity);
        return after;
    }

    private async Task<bool> TryWriteAsync(
        Order order, long[] before, long[] after, RefundRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (beforeWon, afterWon) = (Worth(order, before), Worth(order, after));
        var refund = new Refund
        {
            OrderId = order.OrderId,
            Number = order.RefundCount + 1,
            State = RefundState.Requested,
            Parts = RefundSplit.Between(order.TotalWon, order.PointsUsed, order.EarnedPoints ?? 0, beforeWon, afterWon),
            EarlierCashWon = order.RefundedWon,
            IsLast = after.SequenceEqual(Everything(order)),
            By = request.By,
            Why = request.Why,
            RequestedAt = now,
        };
        return await table.TransactAsync([refund.ToWrite(table.Name), OrderChange(order, refund, after, request, now)], cancellationToken);
    }

    private TransactWriteItem OrderChange(Order order, Refund refund, long[] after, RefundRequest request, DateTimeOffset now)
    {
        var number = Attributes.Number(refund.Number);
        var change = OrderTransition.To(order.OrderId, OrderStatus.Paid, now, OrderStatus.Paid)
            .Mark(OpenMark.Refunding)
            .Set(OrderAttributes.OpenRefund, number)
            .Set(OrderAttributes.RefundCount, number)
            .Set(OrderAttributes.RefundedQuantities, Attributes.Numbers(after))
            .If(OrderAttributes.OpenRefund, null)
            .If(OrderAttributes.RefundCount, order.RefundCount == 0 ? null : Attributes.Number(order.RefundCount));
        if (request.By != RefundRequest.Customer)
            change.Append(OrderAttributes.OperatorActions, OperatorAction.Entry(now, request.By, request.Why, OperatorAction.Refund, number));
        if (refund.IsLast)
            change.Set(OrderAttributes.RecalledAt, Attributes.Instant(now)).Remove(OrderAttributes.BoardDay);
        if (request.OnlyBeforePreparation)
            change.IfMissingOr(OrderAttributes.Preparation, Attributes.Text(Preparation.ToMake));
        return change.ToWrite(table.Name);
    }

    private static long Worth(Order order, long[] quantities) =>
        order.Lines.Select((line, index) => checked(line.UnitPriceWon * quantities[index])).Sum();
}
