namespace KakaoWorkflow.Refunds;

/// <summary>
/// KakaoPay has given back another sum than the order's refunds explain, for example because somebody cancelled in KakaoPay's
/// own pages. The refund waits for a person; nothing is sent.
/// </summary>
/// <param name="orderId">The order.</param>
/// <param name="expectedWon">What earlier refunds gave back.</param>
/// <param name="foundWon">What KakaoPay shows.</param>
public sealed class RefundMismatchException(string orderId, long expectedWon, long foundWon)
    : Exception($"KakaoPay shows {foundWon} won given back for order {orderId}, where its refunds explain {expectedWon} won.");
