using System.Collections.Concurrent;
using KakaoWorkflow.Invariants;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reports;

/// <summary>
/// Compares KakaoPay, the orders and the points ledger for the orders that ended on one day, those that were refunded on it, and
/// those whose refund was asked for before its end and is not through, by the same invariants that everything else is checked
/// with. It changes nothing.
/// </summary>
public sealed class ReportDay(OrderTable table, IPaymentGateway gateway, TimeProvider time)
{
    /// <summary>The most orders that ended on the day, the most refunds of the day, and the most orders with a refund under way that are looked at.</summary>
    public const int MaxOrders = 5_000;

    /// <summary>How many members' orders are looked at side by side.</summary>
    public const int MaxConcurrency = 8;

    /// <summary>Those invariants that can be told from the orders of one day alone.</summary>
    private static readonly Invariant[] Checked =
    [
        PointInvariants.HoldsEndWithTheirOrders, PointInvariants.LedgerExplainedByOrders, MoneyInvariants.MoneyEqualsStatus,
        MoneyInvariants.OneCapturePerOrder, RefundInvariants.RefundsExplainOrder, RefundInvariants.RefundsExplainLedger,
    ];

    private readonly OrderRecords _orders = new(table);
    private readonly DayIndex _index = new(table, time);

    /// <summary>Makes the report of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="until">From when on nothing further is looked at; the report is incomplete then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DailyReport> RunAsync(BookDay day, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (ended, areAllOrders) = await _index.OrdersAsync(day, MaxOrders, cancellationToken);
        var (refunded, areAllRefunds) = await _index.RefundsAsync(day, MaxOrders, cancellationToken);
        var (refunding, areAllRefunding) = await _index.RefundingAsync(MaxOrders, cancellationToken);

        var orders = new ConcurrentDictionary<string, Order>(StringComparer.Ordinal);
        var isInTime = await EachAsync(
            [.. ended.Concat(refunded.Select(refund => refund.OrderId)).Concat(refunding).Distinct()],
            until,
            async orderId => orders[orderId] = await _orders.GetAsync(orderId, cancellationToken),
            cancellationToken);
        var records = new DayRecords(table, gateway, time);
        isInTime &= await EachAsync(
            [.. orders.Values.OrderBy(order => order.OrderId, StringComparer.Ordinal).GroupBy(order => order.MemberId, StringComparer.Ordinal)],
            until,
            member => records.LookAsync(day, member.Key, [.. member], cancellationToken),
            cancellationToken);

        var isOfDay = ended.ToHashSet();
        return Report(day, records, records.Snapshot, isOfDay, refunded.Select(refund => refund.Key).ToHashSet()) with
        {
            IsComplete = areAllOrders && areAllRefunds && areAllRefunding && isInTime,
        };
    }

    private static DailyReport Report(BookDay day, DayRecords records, Snapshot snapshot, HashSet<OrderId> isOfDay, HashSet<ItemKey> refunded)
    {
        var orders = snapshot.Orders.Values.Where(order => isOfDay.Contains(order.OrderId)).ToList();
        var paid = orders.FindAll(order => order.WasPaid);
        var payments = orders.Select(order => snapshot.Payments.GetValueOrDefault(order.OrderId)).OfType<PaymentFacts>().ToList();
        var lines = orders.ConvertAll(order => snapshot.LinesOf(order.OrderId));
        var refunds = snapshot.Refunds.Where(refund => refunded.Contains(ItemKey.Refund(refund.OrderId, refund.Number))).ToList();
        return new DailyReport
        {
            Day = day.ToString(),
            Orders = orders.Count,
            PaidOrders = paid.Count,
            KakaoPayCapturedWon = payments.Sum(payment => payment.CapturedWon),
            KakaoPayGivenBackWon = payments.Sum(payment => payment.CancelledWon),
            OrdersKeptWon = paid.Sum(order => order.AmountDueWon - order.RefundedWon),
            LedgerSpentPoints = lines.Sum(kinds =>
                -(kinds.GetValueOrDefault(LedgerKind.Burn)?.HeldDelta ?? 0) - (kinds.GetValueOrDefault(LedgerKind.Refund)?.AvailableDelta ?? 0)),
            LedgerEarnedPoints = lines.Sum(kinds =>
                (kinds.GetValueOrDefault(LedgerKind.Earn)?.AvailableDelta ?? 0)
                + (kinds.GetValueOrDefault(LedgerKind.TakeBack) is { } taken ? taken.AvailableDelta - taken.DebtDelta : 0)),
            Refunds = new RefundsOfDay(
                refunds.Count,
                refunds.Sum(refund => refund.Parts.CashWon),
                refunds.Sum(refund => refund.Parts.Points),
                refunds.Sum(refund => refund.Parts.EarnedPoints)),
            Differences =
            [
                .. Checked.SelectMany(invariant => invariant.In(snapshot)),
                .. Kept(day, snapshot),
                .. records.Unanswered,
            ],
            SettledByHand =
            [
                .. from order in orders
                   where order.SettledAs is not null
                   orderby order.OrderId.ToString()
                   select $"{order.OrderId}: {order.SettledAs} by {order.SettledBy}: {order.SettledWhy}",
                .. from refund in snapshot.Refunds
                   where refund.SettledBy is not null
                   orderby refund.OrderId.ToString(), refund.Number
                   select $"{refund.OrderId}: refund {refund.Number} by {refund.SettledBy}: {refund.SettledWhy}",
            ],
            IsComplete = false,
        };
    }

    /// <summary>Money that was to go back before the day's end, and that KakaoPay still has.</summary>
    private static IEnumerable<Violation> Kept(BookDay day, Snapshot snapshot) =>
        from order in snapshot.Orders.Values.OrderBy(order => order.OrderId, StringComparer.Ordinal)
        let keptWon = (snapshot.Payments.GetValueOrDefault(order.OrderId)?.KeptWon ?? 0) - order.RefundedByHandWon
        let refund = snapshot.OpenRefundOf(order)
        let dueWon = refund is null ? 0 : order.AmountDueWon - refund.CashSoFarWon
        where refund is null ? order.IsOpen && keptWon > 0 : refund.State == RefundState.Requested && refund.RequestedAt < day.End && keptWon > dueWon
        select new Violation(
            "refund-gives-money-back", order.OrderId,
            refund is null
                ? $"{order.Status}, KakaoPay still has {keptWon} won that are to go back"
                : $"refund {refund.Number} was asked for at {Timestamp.Format(refund.RequestedAt)}, KakaoPay still has {keptWon - dueWon} won of it");

    /// <summary>Does something for each, some at once, as long as there is time.</summary>
    /// <returns>Whether there was time for all.</returns>
    private async Task<bool> EachAsync<T>(
        IReadOnlyList<T> all, DateTimeOffset until, Func<T, Task> action, CancellationToken cancellationToken)
    {
        var left = new ConcurrentQueue<T>(all);
        await Task.WhenAll(Enumerable.Range(0, MaxConcurrency).Select(async _ =>
        {
            while (time.GetUtcNow() < until && left.TryDequeue(out var next))
                await action(next);
        }));
        cancellationToken.ThrowIfCancellationRequested();
        return left.IsEmpty;
    }
}
