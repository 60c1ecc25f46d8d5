using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Points;

/// <summary>
/// Ends an order without a sale: held points pay the member's debt and become available, the order has its final status, in one transaction.
/// May find the order open (releases), ended (answers how), PAID (an error: committed points are not released),
/// and its hold HELD (releases it), missing (leaves a void one), or released or void already (leaves it).
/// </summary>
public sealed class ReleasePoints(OrderTable table, TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);
    private readonly CreditWriter _credits = new(table, time);

    /// <summary>Carries out the step.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="ending">One of <see cref="OrderStatus.ReleasedEndings"/>.</param>
    /// <param name="reason">Why it ends, one of <see cref="EndReason"/>; null where the caller does not know, as earlier versions of the state machine.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The status that the order has ended with, which an earlier run may have chosen otherwise.</returns>
    /// <exception cref="HoldCommittedException">The order is PAID.</exception>
    /// <exception cref="OrderConflictException">The order or the account changed meanwhile; a repeat sees how.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    /// <exception cref="ArgumentException">The ending is none, or the reason.</exception>
    public async Task<string> RunAsync(
        OrderId orderId, string ending, string? reason = null, CancellationToken cancellationToken = default)
    {
        if (!OrderStatus.ReleasedEndings.Contains(ending))
            throw new ArgumentException("The ending is none of a released order.", nameof(ending));
        if (reason is not null && !EndReason.All.Contains(reason))
            throw new ArgumentException("The reason is none of a released order.", nameof(reason));

        var order = await _orders.GetAsync(orderId, cancellationToken);
        if (Ended(order) is { } status)
            return status;
        if (await TryReleaseAsync(order, ending, reason, cancellationToken))
            return ending;

        return Ended(await _orders.GetAsync(orderId, cancellationToken)) ?? throw new OrderConflictException(orderId);
    }

    private static string? Ended(Order order) => order switch
    {
        { IsOpen: true } => null,
        { Status: OrderStatus.Paid } => throw new HoldCommittedException(order.OrderId),
        _ => order.Status,
    };

    private async Task<bool> TryReleaseAsync(Order order, string ending, string? reason, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // The mark depends on whether there is a payment, so the payment must be the one that was read.
        var ended = OrderTransition
            .To(order.OrderId, ending, now, OrderStatus.Open)
            .If(OrderAttributes.Tid, order.Tid is { } tid ? Attributes.Text(tid) : null)
            .Mark(order.Tid is not null && ending != OrderStatus.Refunded ? OpenMark.MoneyUnchecked : null)
            .Set(OrderAttributes.EndReason, reason is null ? null : Attributes.Text(reason))
            .Remove(OrderAttributes.TaskToken, OrderAttributes.PgToken);
        var heldPoints = 0L;
        string? hold = null;
        if (order.PointsUsed > 0)
        {
            hold = await Hold.StateAsync(table, order.MemberId, order.OrderId, cancellationToken);
            heldPoints = hold == HoldState.Held ? order.PointsUsed : 0;
            if (hold == HoldState.Committed)
                throw new HoldCommittedException(order.OrderId);
        }
        return order.MemberId.Length == 0
            ? await table.TransactAsync([ended.ToWrite(table.Name)], cancellationToken)
            : await _credits.TryAsync(order.MemberId, heldPoints, Writes, cancellationToken) is not null;

        List<TransactWriteItem> Writes(Credit credit)
        {
            List<TransactWriteItem> writes =
            [
                ended.ToWrite(table.Name),
                AccountChange.Close(table.Name, order.MemberId, order.OrderId, heldPoints, credit),
                .. LedgerLine.Credit(order.MemberId, now, order.OrderId, LedgerKind.Release, credit, -heldPoints)
                    .Select(line => line.ToWrite(table.Name)),
            ];
            if (heldPoints > 0)
                writes.Add(Hold.End(table.Name, order.MemberId, order.OrderId, heldPoints, HoldState.Released, now));
            else if (order.PointsUsed > 0 && hold is null)
                writes.Add(Hold.Create(table.Name, order.MemberId, order.OrderId, order.PointsUsed, HoldState.Void, now));
            return writes;
        }
    }
}
