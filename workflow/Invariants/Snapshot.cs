using KakaoWorkflow.Attention;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Invariants;

/// <summary>All that the invariants speak of, read while nothing is under way.</summary>
public sealed record Snapshot
{
    /// <summary>All accounts, by member.</summary>
    public required IReadOnlyDictionary<string, Account> Accounts { get; init; }

    /// <summary>All orders, by number.</summary>
    public required IReadOnlyDictionary<string, Order> Orders { get; init; }

    /// <summary>The orders that the index of open orders shows.</summary>
    public required IReadOnlySet<string> IndexedOpenOrders { get; init; }

    /// <summary>All holds.</summary>
    public required IReadOnlyList<HoldRecord> Holds { get; init; }

    /// <summary>All ledger lines.</summary>
    public required IReadOnlyList<LedgerLine> Ledger { get; init; }

    /// <summary>All refunds.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>All matters that wait for a person.</summary>
    public IReadOnlyList<AttentionRecord> Attention { get; init; } = [];

    /// <summary>KakaoPay's word on each order for which it knows a payment.</summary>
    public required IReadOnlyDictionary<string, PaymentFacts> Payments { get; init; }

    /// <summary>Step Functions' word on each order that has an execution.</summary>
    public required IReadOnlyDictionary<string, ExecutionFacts> Executions { get; init; }

    /// <summary>The orders that have ended.</summary>
    public IEnumerable<Order> EndedOrders => Orders.Values.Where(order => !order.IsOpen);

    /// <summary>An order's hold; null where it has none.</summary>
    public HoldRecord? HoldOf(OrderId orderId) => HoldsByOrder.GetValueOrDefault(orderId);

    /// <summary>An order's refund that is under way; null where none is.</summary>
    public Refund? OpenRefundOf(Order order) => order.OpenRefund is { } number
        ? RefundsByOrder[order.OrderId].FirstOrDefault(refund => refund.Number == number)
        : null;

    /// <summary>An order's refunds.</summary>
    public IEnumerable<Refund> RefundsOf(OrderId orderId) => RefundsByOrder[orderId];

    /// <summary>The sums of an order's ledger lines by kind.</summary>
    public IReadOnlyDictionary<string, LedgerLine> LinesOf(OrderId orderId) =>
        LinesByOrder.GetValueOrDefault(orderId) ?? EmptyLines;

    private static readonly Dictionary<string, LedgerLine> EmptyLines = [];

    private Dictionary<string, HoldRecord> HoldsByOrder => field ??= Holds
        .GroupBy(hold => hold.OrderId.ToString(), StringComparer.Ordinal)
        .ToDictionary(holds => holds.Key, holds => holds.First(), StringComparer.Ordinal);

    private ILookup<string, Refund> RefundsByOrder => field ??= Refunds.ToLookup(refund => refund.OrderId.ToString(), StringComparer.Ordinal);

    private Dictionary<string, Dictionary<string, LedgerLine>> LinesByOrder => field ??= Ledger
        .GroupBy(line => line.OrderId, StringComparer.Ordinal)
        .ToDictionary(
            lines => lines.Key,
            lines => lines.GroupBy(line => line.Kind, StringComparer.Ordinal).ToDictionary(
                kind => kind.Key,
                kind => kind.Aggregate((first, second) => first with
                {
                    AvailableDelta = first.AvailableDelta + second.AvailableDelta,
                    HeldDelta = first.HeldDelta + second.HeldDelta,
                    DebtDelta = first.DebtDelta + second.DebtDelta,
                }),
                StringComparer.Ordinal),
            StringComparer.Ordinal);
}
