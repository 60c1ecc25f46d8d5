using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Inspecting;

/// <summary>Everything that is known about one order. Whoever shows it leaves the order's tokens out.</summary>
/// <param name="Order">Its record, with the moves of its preparation.</param>
/// <param name="Refunds">Its refunds, by number.</param>
/// <param name="Ledger">The lines of the member's ledger that it explains, oldest first.</param>
/// <param name="Deeds">What people did to it by hand, oldest first.</param>
/// <param name="Matters">What about it waits for a person.</param>
/// <param name="Path">Its way through the state machine.</param>
/// <param name="Waits">What it waits for; empty when it is done.</param>
public sealed record OrderDetails(
    Order Order,
    IReadOnlyList<Refund> Refunds,
    IReadOnlyList<LedgerLine> Ledger,
    IReadOnlyList<OperatorDeed> Deeds,
    IReadOnlyList<AttentionRecord> Matters,
    OrderPath Path,
    IReadOnlyList<WaitsFor> Waits);
