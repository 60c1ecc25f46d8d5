using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Invariants;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reports;

/// <summary>
/// Compares KakaoPay, the orders and the points ledger for the orders of one day, by the same invariants that everything else
/// is checked with. It changes nothing.
/// </summary>
public sealed class ReportDay(OrderTable table, KakaoPayClient kakaoPay, TimeProvider time)
{
    /// <summary>The most orders of one day that are looked at.</summary>
    public const int MaxOrders = 5_000;

    private const int PageSize = 100;

    /// <summary>Those invariants that can be told from the orders of one day alone.</summary>
    private static readonly string[] Checked =
    [
        "money-equals-status", "one-capture-per-order", "no-open-hold-on-ended-order", "ledger-explained-by-orders",
        "refunds-explain-order", "refunds-explain-ledger",
    ];

    private readonly OrderRecords _orders = new(table);
    private readonly Ledger _ledger = new(table, time);

    /// <summary>Makes the report of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="KakaoPayException">KakaoPay does not answer for an order; a report with a hole would say nothing.</exception>
    public async Task<DailyReport> RunAsync(BookDay day, CancellationToken cancellationToken)
    {
        var (orders, isComplete) = await OrdersAsync(day, cancellationToken);
        var snapshot = await SnapshotAsync(day, orders, cancellationToken);
        var paid = orders.Values.Where(order => order.WasPaid).ToList();
        var lines = orders.Keys.Select(snapshot.LinesOf).ToList();
        return new DailyReport
        {
            Day = day.ToString(),
            Orders = orders.Count,
            PaidOrders = paid.Count,
            KakaoPayCapturedWon = snapshot.Payments.Values.Sum(payment => payment.CapturedWon),
            KakaoPayGivenBackWon = snapshot.Payments.Values.Sum(payment => payment.CancelledWon),
            OrdersKeptWon = paid.Sum(order => order.AmountDueWon - order.RefundedWon),
            LedgerSpentPoints = lines.Sum(kinds =>
                -(kinds.GetValueOrDefault(LedgerKind.Burn)?.HeldDelta ?? 0) - (kinds.GetValueOrDefault(LedgerKind.Refund)?.AvailableDelta ?? 0)),
            LedgerEarnedPoints = lines.Sum(kinds =>
                (kinds.GetValueOrDefault(LedgerKind.Earn)?.AvailableDelta ?? 0)
                + (kinds.GetValueOrDefault(LedgerKind.TakeBack) is { } taken ? taken.AvailableDelta - taken.DebtDelta : 0)),
            Differences =
            [
                .. from invariant in InvariantChecker.All
                   where Checked.Contains(invariant.Name)
                   from finding in invariant.Check(snapshot)
                   select new Violation(invariant.Name, finding.Subject, finding.Detail),
            ],
            SettledByHand =
            [
                .. from order in orders.Values
                   where order.SettledAs is not null
                   orderby order.OrderId
                   select $"{order.OrderId}: {order.SettledAs} by {order.SettledBy}: {order.SettledWhy}",
                .. from refund in snapshot.Refunds
                   where refund.SettledBy is not null
                   orderby refund.OrderId, refund.Number
                   select $"{refund.OrderId}: refund {refund.Number} by {refund.SettledBy}: {refund.SettledWhy}",
            ],
            IsComplete = isComplete,
        };
    }

    private async Task<(Dictionary<string, Order> Orders, bool IsComplete)> OrdersAsync(BookDay day, CancellationToken cancellationToken)
    {
        var orders = new Dictionary<string, Order>(StringComparer.Ordinal);
        foreach (var shard in day.AllShards)
        {
            Dictionary<string, AttributeValue>? start = null;
            do
            {
                var page = await table.QueryAsync(
                    new QueryRequest
                    {
                        IndexName = "EndedOrders",
                        KeyConditionExpression = "endedDay = :day",
                        ExpressionAttributeValues = new(StringComparer.Ordinal) { [":day"] = Attributes.Text(shard) },
                        ExclusiveStartKey = start,
                        Limit = PageSize,
                    },
                    cancellationToken);
                foreach (var orderId in (page.Items ?? []).Select(item => item.Text("orderId")))
                {
                    if (orders.Count >= MaxOrders)
                        return (orders, false);
                    orders[orderId] = await _orders.GetAsync(orderId, cancellationToken);
                }
                start = page.LastEvaluatedKey is { Count: > 0 } next ? next : null;
            }
            while (start is not null);
        }
        return (orders, true);
    }

    private async Task<Snapshot> SnapshotAsync(BookDay day, Dictionary<string, Order> orders, CancellationToken cancellationToken)
    {
        var holds = new List<HoldRecord>();
        var refunds = new List<Refund>();
        var payments = new Dictionary<string, PaymentFacts>(StringComparer.Ordinal);
        foreach (var order in orders.Values)
        {
            if (order.PointsUsed > 0 && await table.GetAsync(ItemKey.Hold(order.MemberId, order.OrderId), cancellationToken) is { } hold)
                holds.Add(new HoldRecord(order.MemberId, order.OrderId, hold.Text("state"), hold.Number("points")));
            for (var number = 1; number <= order.RefundCount; number++)
            {
                if (await table.GetAsync(ItemKey.Refund(order.OrderId, number), cancellationToken) is { } refund)
                    refunds.Add(Refund.Read(refund));
            }
            if (await PaymentFacts.AskAsync(kakaoPay, order, cancellationToken) is { } payment)
                payments[order.OrderId] = payment;
        }
        return new Snapshot
        {
            Accounts = new Dictionary<string, Account>(StringComparer.Ordinal),
            Orders = orders,
            IndexedOpenOrders = new HashSet<string>(StringComparer.Ordinal),
            Holds = holds,
            Ledger = await LinesAsync(day, orders, cancellationToken),
            Refunds = refunds,
            Payments = payments,
            Executions = new Dictionary<string, ExecutionFacts>(StringComparer.Ordinal),
        };
    }

    /// <summary>The lines of the day's orders, and those of the day that no order explains at all.</summary>
    private async Task<List<LedgerLine>> LinesAsync(BookDay day, Dictionary<string, Order> orders, CancellationToken cancellationToken)
    {
        var lines = new List<LedgerLine>();
        foreach (var member in orders.Values.Where(order => order.MemberId.Length > 0).GroupBy(order => order.MemberId, StringComparer.Ordinal))
        {
            var since = member.Min(order => order.CreatedAt);
            var found = await _ledger.LinesAsync(member.Key, since < day.Start ? since : day.Start);
            foreach (var line in found)
            {
                var isStray = !line.IsOfGrant(found) && line.At >= day.Start && line.At < day.End && !orders.ContainsKey(line.OrderId)
                    && await _orders.FindAsync(line.OrderId, cancellationToken) is null;
                if (isStray || orders.ContainsKey(line.OrderId))
                    lines.Add(line);
            }
        }
        return lines;
    }
}
