namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>What became of one transaction's money, for whoever checks the books.</summary>
/// <param name="Number">Its place in the order in which payments were prepared.</param>
/// <param name="Tid">The transaction id.</param>
/// <param name="OrderId">The shop's order id; several transactions may have the same.</param>
/// <param name="Status">KakaoPay's status.</param>
/// <param name="RequestedWon">What <c>ready</c> asked for.</param>
/// <param name="CapturedWon">What was taken; 0 when nothing was.</param>
/// <param name="CancelledWon">What was given back.</param>
/// <param name="CreatedAt">When it was prepared.</param>
/// <param name="ScheduledWon">What will still move although nobody was told: positive for a capture, negative for a
/// cancel.</param>
internal sealed record PaymentEntry(
    long Number,
    string Tid,
    string OrderId,
    string Status,
    long RequestedWon,
    long CapturedWon,
    long CancelledWon,
    DateTimeOffset CreatedAt,
    long ScheduledWon)
{
    internal static PaymentEntry Of(long number, Payment payment) => new(
        number,
        payment.Tid,
        payment.OrderId,
        payment.Status,
        payment.Requested.TotalWon,
        payment.Captured.TotalWon,
        payment.Cancelled.TotalWon,
        payment.CreatedAt,
        payment.Scheduled switch
        {
            null => 0,
            { Kind: MovementKind.Capture } capture => capture.Amount.TotalWon,
            var cancel => -cancel.Amount.TotalWon,
        });
}
