using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Refunds;

/// <summary>
/// Carries a requested refund on from wherever it stopped: money, then one transaction for points, ledger, and order.
/// May find the refund requested (asks KakaoPay, and cancels only what is missing), with its money back (settles), or settled
/// (nothing to do). Running it twice at once is harmless: <see cref="PaymentRefund.RefundableWon"/> lets the gateway take one refund of
/// the two, and the record's state lets one transaction of the two through.
/// </summary>
public sealed class CarryOnRefund(OrderTable table, IPaymentGateway gateway, TimeProvider time)
{
    private const int MaxAttempts = 5;

    private readonly OrderRecords _orders = new(table);
    private readonly PaymentInquiry _inquiry = new(gateway);

    /// <summary>Carries the refund that is under way to its end.</summary>
    /// <returns>The refund; null when none is under way.</returns>
    /// <exception cref="PaymentInDoubtException">KakaoPay does not say whether the money went back; a repeat asks again.</exception>
    /// <exception cref="RefundMismatchException">KakaoPay shows something that no refund explains.</exception>
    /// <exception cref="OrderConflictException">Others kept changing the account; a repeat tries again.</exception>
    public async Task<Refund?> RunAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        var order = await _orders.GetAsync(orderId, cancellationToken);
        if (order.OpenRefund is not { } number)
            return null;
        return await RunAsync(order, await ReadAsync(orderId, number, cancellationToken), cancellationToken);
    }

    /// <summary>As <see cref="RunAsync(OrderId, CancellationToken)"/>, but leaves a refund that waits for a person alone for most of the time.</summary>
    /// <returns>The refund, which is not settled when it was left alone; null when none is under way.</returns>
    /// <exception cref="PaymentInDoubtException">KakaoPay does not say whether the money went back.</exception>
    /// <exception cref="RefundMismatchException">KakaoPay shows something that no refund explains.</exception>
    /// <exception cref="OrderConflictException">Others kept changing the account.</exception>
    public async Task<Refund?> RunWhenDueAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        var order = await _orders.GetAsync(orderId, cancellationToken);
        if (order.OpenRefund is not { } number)
            return null;
        var refund = await ReadAsync(orderId, number, cancellationToken);
        var now = time.GetUtcNow();
        return refund is { State: RefundState.Requested, StuckSince: not null, LastTryAt: { } tried }
            && now - tried < DoubtTerms.AskingInterval
            ? refund
            : await RunAsync(order, refund, cancellationToken);
    }

    /// <summary>Whether a refund's money is back, or KakaoPay shows it so. It sends no cancel.</summary>
    internal async Task<bool> IsMoneyBackAsync(Order order, Refund refund, CancellationToken cancellationToken)
    {
        if (refund.State != RefundState.Requested || refund.Parts.CashWon == 0 || order.Tid is not { } tid)
            return true;
        try
        {
            var known = await _inquiry.AskAsync(order, tid, cancellationToken);
            return RefundedWon(order, known) == refund.CashSoFarWon - order.RefundedByHandWon;
        }
        catch (PaymentInDoubtException)
        {
            return false;
        }
    }

    private async Task<Refund> RunAsync(Order order, Refund refund, CancellationToken cancellationToken)
    {
        if (refund.State == RefundState.Requested)
        {
            try
            {
                await GiveMoneyBackAsync(order, refund, cancellationToken);
            }
            catch (Exception error) when (error is PaymentInDoubtException or RefundStuckException)
            {
                await TriedAsync(refund, error, cancellationToken);
                throw error as PaymentInDoubtException ?? new PaymentInDoubtException(order.OrderId, error.Message);
            }
            await MoneyIsBackAsync(refund, cancellationToken);
        }
        return await SettleAsync(order.OrderId, refund.Number, cancellationToken);
    }

    /// <summary>Counts a refusal that was meant for good, and puts what is refused again and again, or unknown for long, before a person.</summary>
    private async Task TriedAsync(Refund refund, Exception error, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var refusals = refund.Refusals + (error is RefundStuckException ? 1 : 0);
        var isStuck = refusals >= DoubtTerms.MaxQuickRefusals || DoubtTerms.IsOld(refund.RequestedAt, now);
        if (refusals == refund.Refusals && !isStuck)
            return;
        List<TransactWriteItem> writes = [refund.Tried(refusals, isStuck, now).ToWrite(table.Name)];
        if (isStuck)
            writes.Add(AttentionWrites.OpenOrder(table.Name, AttentionKind.RefundStuck, refund.OrderId, error.Message, now));
        await table.TransactAsync(writes, cancellationToken);
    }

    /// <summary>Reads a refund that was requested.</summary>
    internal async Task<Refund> ReadAsync(OrderId orderId, int number, CancellationToken cancellationToken) =>
        Refund.Read(await table.GetAsync(ItemKey.Refund(orderId, number), cancellationToken) ?? throw new OrderConflictException(orderId));

    private async Task GiveMoneyBackAsync(Order order, Refund refund, CancellationToken cancellationToken)
    {
        if (refund.Parts.CashWon == 0)
            return;
        var tid = order.Tid ?? throw new MalformedItemException(OrderAttributes.Tid);
        var known = await _inquiry.AskAsync(order, tid, cancellationToken);
        var refundedWon = RefundedWon(order, known);
        // What went back by other means is no cancel of KakaoPay's.
        var earlierWon = refund.EarlierCashWon - order.RefundedByHandWon;
        if (refundedWon == earlierWon + refund.Parts.CashWon)
            return;
        if (refundedWon != earlierWon)
        {
            // Somebody else may have carried this one on since it was read, and a later one too.
            if ((await ReadAsync(order.OrderId, refund.Number, cancellationToken)).State != RefundState.Requested)
                return;
            throw new RefundMismatchException(
                order.OrderId, $"it shows {refundedWon} won given back, where they explain {earlierWon} won");
        }
        var leftWon = known.AmountWon - refundedWon;
        if (leftWon < refund.Parts.CashWon)
            throw new RefundMismatchException(order.OrderId, $"it has {leftWon} won left, of which {refund.Parts.CashWon} won are to go back");
        if (!await IsStillWantedAsync(refund, cancellationToken))
            return;
        try
        {
            await gateway.RefundAsync(
                new PaymentRefund(new PaymentReference(tid, order.Cid), refund.Parts.CashWon, leftWon), cancellationToken);
        }
        catch (GatewayRefusedException error)
        {
            var now = await _inquiry.AskAsync(order, tid, cancellationToken);
            if (RefundedWon(order, now) != earlierWon + refund.Parts.CashWon)
                throw error.Kind == RefusalKind.Final
                    ? new RefundStuckException(order.OrderId, error.Message)
                    : new PaymentInDoubtException(order.OrderId, error.Message);
        }
        catch (GatewayUnansweredException error)
        {
            throw new PaymentInDoubtException(order.OrderId, error.Message);
        }
    }

    /// <summary>Tells who settles it by hand that a cancel is on its way; false when somebody has ended the matter of the money.</summary>
    private async Task<bool> IsStillWantedAsync(Refund refund, CancellationToken cancellationToken) =>
        await table.TryUpdateAsync(refund.Cancelling(time.GetUtcNow()), cancellationToken) is not null;

    private static long RefundedWon(Order order, Payment known) => known is { WasCaptured: true, RefundedWon: { } refundedWon }
        ? refundedWon
        : throw new PaymentInDoubtException(order.OrderId, $"its status is {known.StateName}");

    /// <summary>Where it fails, somebody else has carried it on in the meantime; the settlement looks at its state.</summary>
    private async Task MoneyIsBackAsync(Refund refund, CancellationToken cancellationToken) =>
        await table.TryUpdateAsync(refund.MoneyIsBack(time.GetUtcNow()), cancellationToken);

    private async Task<Refund> SettleAsync(OrderId orderId, int number, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var refund = await ReadAsync(orderId, number, cancellationToken);
            if (refund.State == RefundState.Settled)
                return refund;
            var order = await _orders.GetAsync(orderId, cancellationToken);
            var account = await new Accounts(table, time).FindAsync(order.MemberId, cancellationToken) ?? throw new OrderConflictException(orderId);
            if (await table.TransactAsync(Settlement(order, refund, account), cancellationToken))
                return refund with { State = RefundState.Settled };
        }
        throw new OrderConflictException(orderId);
    }

    private List<TransactWriteItem> Settlement(Order order, Refund refund, Account account)
    {
        var now = time.GetUtcNow();
        var parts = refund.Parts;
        var credit = new Credit(parts.Points, account);
        var taken = Math.Min(parts.EarnedPoints, account.AvailablePoints + credit.AvailableDelta);
        var owed = parts.EarnedPoints - taken;
        var writes = new List<TransactWriteItem>
        {
            refund.Settle(now).ToWrite(table.Name),
            OrderChange(order, refund, now).ToWrite(table.Name),
            AttentionWrites.Close(table.Name, AttentionKind.RefundMismatch, order.OrderId),
        };
        // An earlier version kept a review under the mark that goes now.
        if (order.ReviewToken is not null)
            writes.Add(AttentionWrites.OpenOrder(table.Name, AttentionKind.OrderInReview, order.OrderId, $"{order.FailedStep}: {order.Failure}", now));
        if (refund.StuckSince is not null)
            writes.Add(AttentionWrites.Close(table.Name, AttentionKind.RefundStuck, order.OrderId));
        if (credit is not { Points: 0, DebtPaid: 0 } || parts.EarnedPoints > 0)
            writes.Add(AccountChange.Refund(table.Name, credit, taken, owed));
        writes.AddRange(LedgerLine.Credit(order.MemberId, now, order.OrderId, LedgerKind.Refund, credit, refundNumber: refund.Number)
            .Select(line => line.ToWrite(table.Name)));
        if (parts.EarnedPoints > 0)
        {
            writes.Add((new LedgerLine(order.MemberId, now, order.OrderId, LedgerKind.TakeBack, -taken, 0)
            {
                DebtDelta = owed,
                RefundNumber = refund.Number,
            }).ToWrite(table.Name));
        }
        return writes;
    }

    private static ItemChange OrderChange(Order order, Refund refund, DateTimeOffset now)
    {
        // An order that the board does not show yet has its mark again.
        return OrderTransition.To(order.OrderId, refund.IsLast ? OrderStatus.Refunded : OrderStatus.Paid, now, OrderStatus.Paid)
            .Mark(order.AwaitsBoard && !refund.IsLast ? OpenMark.Unannounced : null)
            .Set(OrderAttributes.RefundedWon, Attributes.Number(refund.CashSoFarWon))
            .Set(OrderAttributes.RefundedPoints, Attributes.Number(order.RefundedPoints + refund.Parts.Points))
            .Set(OrderAttributes.TakenBackPoints, Attributes.Number(order.TakenBackPoints + refund.Parts.EarnedPoints))
            .Set(OrderAttributes.RefundedByHandWon, refund.SettledBy is not null ? Attributes.Number(order.RefundedByHandWon + refund.Parts.CashWon) : null)
            .Remove(OrderAttributes.OpenRefund)
            .If(OrderAttributes.OpenRefund, Attributes.Number(refund.Number))
            .If(OrderAttributes.OpenStatus, order.OpenStatus is { } mark ? Attributes.Text(mark) : null);
    }
}
