using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Settlement;

/// <summary>
/// Makes an order PAID: held points are burned, points are earned and pay the member's debt first, the ledger has its lines,
/// in one transaction.
/// May find the order reserved, awaiting payment or in review (commits), PAID (answers as before), withdrawn, settled as refunded
/// by a person or ended (impossible), and its hold HELD (burns it), COMMITTED (a conflict: an earlier attempt's commit is just
/// coming through) or in any other state (impossible).
/// </summary>
public sealed class CommitOrder(OrderTable table, PricingRules rules, TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);
    private readonly CreditWriter _credits = new(table, time);

    /// <summary>Carries out the step.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="approvalId">
    /// KakaoPay's approval id (<c>aid</c>); null when points paid for everything, or an inquiry that names none or a person tells of the capture.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommitImpossibleException">It can never be committed: captured money has to go back.</exception>
    /// <exception cref="OrderConflictException">The order or the account changed meanwhile; a repeat sees how.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public async Task<CommittedOrder> RunAsync(OrderId orderId, string? approvalId, CancellationToken cancellationToken = default)
    {
        var order = await _orders.GetAsync(orderId, cancellationToken);
        if (Committed(order) is { } done)
            return done;

        var earnedPoints = rules.PointsEarned(order.TotalWon, order.PointsUsed);
        if (await _credits.TryAsync(order.MemberId, earnedPoints, credit => Writes(order, approvalId, credit), cancellationToken) is not null)
            return new CommittedOrder(OrderStatus.Paid, earnedPoints);

        order = await _orders.GetAsync(orderId, cancellationToken);
        return Committed(order) ?? throw await WhyNotAsync(order, cancellationToken);
    }

    private static CommittedOrder? Committed(Order order) => order switch
    {
        { Status: OrderStatus.Paid } => new CommittedOrder(OrderStatus.Paid, order.EarnedPoints ?? 0),
        { IsOpen: false } => throw new CommitImpossibleException(order.OrderId, $"it has ended: {order.Status}"),
        { WithdrawnAt: not null } => throw new CommitImpossibleException(order.OrderId, "the customer withdrew it"),
        { SettledAs: SettledAs.Refunded } => throw new CommitImpossibleException(order.OrderId, "a person has given the money back"),
        _ => null,
    };

    private List<TransactWriteItem> Writes(Order order, string? approvalId, Credit credit)
    {
        var now = time.GetUtcNow();
        var debtPaidPoints = Math.Min(credit.DebtPaid, credit.Points);
        var paid = OrderTransition
            .To(order.OrderId, OrderStatus.Paid, now, OrderStatus.Reserved, OrderStatus.AwaitingPayment, OrderStatus.Review)
            .If(OrderAttributes.WithdrawnAt, null)
            .IfNot(OrderAttributes.SettledAs, Attributes.Text(SettledAs.Refunded))
            .Mark(OpenMark.Unannounced)
            .Set(OrderAttributes.PaidAt, Attributes.Instant(now))
            .Set(OrderAttributes.EarnedPoints, Attributes.Number(credit.Points))
            .Set(OrderAttributes.EarnedPercent, Attributes.Number(rules.PercentEarned(order.PointsUsed)))
            .Set(OrderAttributes.DebtPaidPoints, debtPaidPoints > 0 ? Attributes.Number(debtPaidPoints) : null)
            .Set(OrderAttributes.Aid, approvalId is null ? null : Attributes.Text(approvalId))
            .Remove(OrderAttributes.TaskToken, OrderAttributes.PgToken);
        var writes = new List<TransactWriteItem>
        {
            paid.ToWrite(table.Name),
            AccountChange.Close(table.Name, order.MemberId, order.OrderId, order.PointsUsed, credit),
        };
        if (order.PointsUsed > 0)
        {
            writes.Add(Hold.End(table.Name, order.MemberId, order.OrderId, order.PointsUsed, HoldState.Committed, now));
            writes.Add(new LedgerLine(order.MemberId, now, order.OrderId, LedgerKind.Burn, 0, -order.PointsUsed).ToWrite(table.Name));
        }
        writes.AddRange(LedgerLine.Credit(order.MemberId, now, order.OrderId, LedgerKind.Earn, credit).Select(line => line.ToWrite(table.Name)));
        return writes;
    }

    private async Task<Exception> WhyNotAsync(Order order, CancellationToken cancellationToken)
    {
        // Only a commit ends a hold as COMMITTED, and makes the order PAID in the same transaction: a repeat sees it so.
        if (order.PointsUsed > 0)
        {
            var state = await Hold.StateAsync(table, order.MemberId, order.OrderId, cancellationToken);
            if (state is not (HoldState.Held or HoldState.Committed))
                return new CommitImpossibleException(order.OrderId, $"its hold is {state ?? "missing"}");
        }
        return await new Accounts(table, time).FindAsync(order.MemberId, cancellationToken) is null
            ? new CommitImpossibleException(order.OrderId, "the member's account is gone")
            : new OrderConflictException(order.OrderId);
    }
}
