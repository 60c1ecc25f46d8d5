using System.Collections.Concurrent;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>What customers were told, to be compared with what is true at the end.</summary>
internal sealed class Promises
{
    private readonly ConcurrentDictionary<string, bool> _orders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _refunds = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _complaints = new();

    /// <summary>The orders for which somebody got an answer to "pay".</summary>
    public ICollection<string> Orders => _orders.Keys;

    /// <summary>The orders whose refund was accepted.</summary>
    public ICollection<string> Refunds => _refunds.Keys;

    /// <summary>What was waited for in vain.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public void TellOrder(OrderId orderId) => _orders[orderId] = true;

    public void TellRefund(OrderId orderId) => _refunds[orderId] = true;

    public void Complain(string complaint) => _complaints.Enqueue(complaint);
}
