using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Points;

/// <summary>
/// Holds an order's points: available to held, a hold record, a ledger line and the order's status in one transaction.
/// May find the order QUOTED or in review (reserves), RESERVED or later (done), REJECTED (refuses again), ended (refuses).
/// </summary>
public sealed class ReservePoints(OrderTable table, TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);
    private readonly CreditWriter _credits = new(table, time);

    /// <summary>Carries out the step.</summary>
    /// <exception cref="OrderRejectedException">Not enough points, or the order has ended.</exception>
    /// <exception cref="OrderConflictException">The order or the account changed meanwhile; a repeat sees how.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public async Task RunAsync(OrderId orderId, CancellationToken cancellationToken = default)
    {
        var order = await _orders.GetAsync(orderId, cancellationToken);
        if (await IsDoneAsync(order, cancellationToken) || await TryReserveAsync(order, cancellationToken))
            return;

        order = await _orders.GetAsync(orderId, cancellationToken);
        if (await IsDoneAsync(order, cancellationToken))
            return;
        await RejectAsync(order, cancellationToken);
        throw new OrderRejectedException(orderId, Rejection.InsufficientPoints);
    }

    private async Task<bool> IsDoneAsync(Order order, CancellationToken cancellationToken) => order.Status switch
    {
        OrderStatus.Quoted => false,
        OrderStatus.Review => order.PointsUsed > 0
            && await Hold.StateAsync(table, order.MemberId, order.OrderId, cancellationToken) == HoldState.Held,
        OrderStatus.Rejected => throw new OrderRejectedException(order.OrderId, order.RejectionCode ?? Rejection.Ended),
        _ when order.IsOpen || order.Status == OrderStatus.Paid => true,
        _ => throw new OrderRejectedException(order.OrderId, Rejection.Ended),
    };

    private async Task<bool> TryReserveAsync(Order order, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var reserved = OrderTransition.To(order.OrderId, OrderStatus.Reserved, now, OrderStatus.Quoted, OrderStatus.Review);
        if (order.PointsUsed == 0)
            return await table.TransactAsync([reserved.ToWrite(table.Name)], cancellationToken);

        // Nobody spends points beside debt: where an earlier version left both, the points pay it first.
        return await _credits.TryAsync(order.MemberId, 0, credit =>
        [
            reserved.ToWrite(table.Name),
            Hold.Create(table.Name, order.MemberId, order.OrderId, order.PointsUsed, HoldState.Held, now),
            AccountChange.Hold(table.Name, order.MemberId, order.OrderId, order.PointsUsed, credit),
            new LedgerLine(order.MemberId, now, order.OrderId, LedgerKind.Hold, -order.PointsUsed, order.PointsUsed).ToWrite(table.Name),
            .. LedgerLine.Credit(order.MemberId, now, order.OrderId, LedgerKind.DebtPayment, credit).Select(line => line.ToWrite(table.Name)),
        ], cancellationToken) is not null;
    }

    private async Task RejectAsync(Order order, CancellationToken cancellationToken)
    {
        var account = await new Accounts(table, time).FindAsync(order.MemberId, cancellationToken);
        if (account is not null && account.OpenOrderId == order.OrderId && account.AvailablePoints - account.DebtPoints >= order.PointsUsed)
            throw new OrderConflictException(order.OrderId);

        var rejectedAt = time.GetUtcNow();
        var rejected = OrderTransition
            .To(order.OrderId, OrderStatus.Rejected, rejectedAt, OrderStatus.Quoted, OrderStatus.Review)
            .Set(OrderAttributes.RejectionCode, Attributes.Text(Rejection.InsufficientPoints));
        var writes = new List<TransactWriteItem> { rejected.ToWrite(table.Name) };
        if (account?.OpenOrderId == order.OrderId)
        {
            var none = new Credit(0, account);
            writes.Add(AccountChange.Close(table.Name, order.MemberId, order.OrderId, 0, none));
            writes.AddRange(LedgerLine.Credit(order.MemberId, rejectedAt, order.OrderId, LedgerKind.DebtPayment, none)
                .Select(line => line.ToWrite(table.Name)));
        }
        if (!await table.TransactAsync(writes, cancellationToken))
            throw new OrderConflictException(order.OrderId);
    }
}
