using KakaoWorkflow.Local.KakaoPay.Api;
using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>When <c>approve</c> captures, and the code with which it refuses.</summary>
internal static class ApproveRules
{
    /// <exception cref="RefusalException">The payment cannot be approved by this call now.</exception>
    public static void Check(Payment payment, ApproveCall call, DateTimeOffset now)
    {
        if (call.OrderId != payment.OrderId)
            throw new RefusalException(WireError.WrongOrderId, "partner_order_id is not the one of ready.");
        if (call.UserId != payment.UserId)
            throw new RefusalException(WireError.WrongUserId, "partner_user_id is not the one of ready.");
        if (payment.Status == WireStatus.SuccessPayment)
            throw new RefusalException(WireError.AlreadyPaid, "This payment is completed already.");
        if (!WireStatus.IsPending(payment.Status))
            throw new RefusalException(
                WireError.ApproveNotAllowed, $"A payment in the status {payment.Status} cannot be approved.");
        if (payment.Scheduled is not null)
            throw new RefusalException(WireError.DuplicateRequest, "This payment is being approved right now.");
        if (payment.IsExpired(now))
            throw new RefusalException(WireError.RequestExpired, "The payment request has expired.");
        if (payment.Stage != WireStatus.AuthPassword)
            throw new RefusalException(
                WireError.NotAuthenticatedYet, "The customer has not authenticated yet.");
        if (call.PgToken != payment.PgToken)
            throw new RefusalException(WireError.WrongPgToken, "pg_token is not the one of this payment.");
        if (call.TotalWon is { } total && total != payment.Requested.TotalWon)
            throw new RefusalException(WireError.WrongApproveAmount, "total_amount is not the one of ready.");
    }

    /// <summary>The money that a checked call moves.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="call">The call.</param>
    /// <param name="aid">The movement's id.</param>
    /// <param name="at">When it moves.</param>
    /// <param name="otherWon">An amount that was never asked for, to be captured instead; null for the right one.</param>
    public static Movement Capture(Payment payment, ApproveCall call, string aid, DateTimeOffset at, long? otherWon) =>
        new(
            aid,
            MovementKind.Capture,
            otherWon is { } won ? new AmountParts(won, 0, AmountParts.DefaultVatWon(won, 0)) : payment.Requested,
            at,
            call.Payload);
}
