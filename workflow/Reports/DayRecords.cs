using System.Collections.Concurrent;
using KakaoWorkflow.Invariants;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reports;

/// <summary>What is known of some orders: their records, and KakaoPay's word. A member's orders are here all or not at all.</summary>
internal sealed class DayRecords(OrderTable table, IPaymentGateway gateway, TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);
    private readonly Ledger _ledger = new(table, time);
    private readonly ConcurrentBag<HoldRecord> _holds = [];
    private readonly ConcurrentBag<Refund> _refunds = [];
    private readonly ConcurrentBag<LedgerLine> _lines = [];
    private readonly ConcurrentBag<Violation> _unanswered = [];
    private readonly ConcurrentDictionary<string, Order> _looked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PaymentFacts> _payments = new(StringComparer.Ordinal);

    /// <summary>The orders of which KakaoPay says nothing; they are left out of the snapshot.</summary>
    public IEnumerable<Violation> Unanswered => _unanswered.OrderBy(violation => violation.Subject, StringComparer.Ordinal);

    /// <summary>All that was read.</summary>
    public Snapshot Snapshot => new()
    {
        Accounts = new Dictionary<string, Members.Account>(StringComparer.Ordinal),
        Orders = _looked,
        IndexedOpenOrders = new HashSet<string>(StringComparer.Ordinal),
        Holds = [.. _holds],
        Ledger = [.. _lines],
        Refunds = [.. _refunds],
        Payments = _payments,
        Executions = new Dictionary<string, ExecutionFacts>(StringComparer.Ordinal),
    };

    /// <summary>Reads the orders of one member, and the member's ledger.</summary>
    /// <param name="day">The day, of which stray ledger lines are kept, too.</param>
    /// <param name="memberId">The member; empty for orders that never had one.</param>
    /// <param name="orders">The orders.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LookAsync(BookDay day, string memberId, IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
            await LookAsync(order, cancellationToken);
        if (memberId.Length == 0)
            return;
        var since = orders.Min(order => order.CreatedAt);
        var found = await _ledger.LinesAsync(memberId, since < day.Start ? since : day.Start);
        foreach (var line in found)
        {
            if (_looked.ContainsKey(line.OrderId) || (!line.IsOfGrant(found) && await IsStrayAsync(line, day, cancellationToken)))
                _lines.Add(line);
        }
    }

    private async Task LookAsync(Order order, CancellationToken cancellationToken)
    {
        try
        {
            if (await PaymentFacts.AskAsync(gateway, order, cancellationToken) is { } payment)
                _payments[order.OrderId] = payment;
        }
        catch (GatewayException error)
        {
            _unanswered.Add(new Violation("payment-is-known", order.OrderId, error.Message));
            return;
        }
        if (order.PointsUsed > 0 && await table.GetAsync(ItemKey.Hold(order.MemberId, order.OrderId), cancellationToken) is { } hold)
            _holds.Add(HoldRecord.Read(hold));
        for (var number = 1; number <= order.RefundCount; number++)
        {
            if (await table.GetAsync(ItemKey.Refund(order.OrderId, number), cancellationToken) is { } refund)
                _refunds.Add(Refund.Read(refund));
        }
        _looked[order.OrderId] = order;
    }

    /// <summary>Whether a line of the day belongs to an order that does not exist.</summary>
    private async Task<bool> IsStrayAsync(LedgerLine line, BookDay day, CancellationToken cancellationToken) =>
        line.At >= day.Start && line.At < day.End
        && !(OrderId.TryParse(line.OrderId, out var orderId) && await _orders.FindAsync(orderId, cancellationToken) is not null);
}
