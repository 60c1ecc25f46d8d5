using KakaoWorkflow.Local.KakaoPay.Api;
using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>When <c>cancel</c> gives money back, and the code with which it refuses.</summary>
internal static class CancelRules
{
    /// <summary>The most captures and cancels of one payment.</summary>
    public const int MaxMovements = 100;

    /// <exception cref="RefusalException">The payment cannot be cancelled by this call now.</exception>
    public static Movement Cancel(Payment payment, CancelCall call, string aid, DateTimeOffset at)
    {
        if (payment.Status != WireStatus.SuccessPayment && payment.Status != WireStatus.PartCancelPayment)
            throw new RefusalException(
                WireError.CancelNotAllowed, $"A payment in the status {payment.Status} cannot be cancelled.");
        if (payment.Scheduled is not null)
            throw new RefusalException(
                WireError.DuplicateRequest, "This payment is being cancelled right now.");
        if (call.TotalWon > payment.Captured.TotalWon)
            throw new RefusalException(
                WireError.CancelAboveApproved, "cancel_amount is above the approved amount.");
        var left = payment.Cancellable;
        if (call.TotalWon > left.TotalWon)
            throw new RefusalException(
                WireError.CancelAboveAvailable, "cancel_amount is above the cancellable amount.");
        if (call.AvailableWon is { } expected && expected != left.TotalWon)
            throw new RefusalException(
                WireError.CancelAboveAvailable, "cancel_available_amount is not the cancellable amount.");
        if (call.TaxFreeWon > left.TaxFreeWon || call.TotalWon - call.TaxFreeWon > left.TaxedWon)
            throw new RefusalException(
                WireError.BadAmount, "cancel_tax_free_amount does not fit what is left.");
        if (call.TotalWon < left.TotalWon && payment.Captured.GreenDepositWon > 0)
            throw new RefusalException(
                WireError.CancelNotAllowed, "A payment with green_deposit cannot be cancelled in part.");
        if (payment.Movements.Count >= MaxMovements)
            throw new RefusalException(
                WireError.CancelFailed, $"This payment has {MaxMovements} movements already.");
        return new Movement(aid, MovementKind.Cancel, Amount(call, left), at, call.Payload);
    }

    /// <summary>
    /// The parts add up to the capture in the end, since the last cancel takes the VAT that rounding has left. KakaoPay reckons the
    /// VAT itself: a call that names another is refused, be it by one won.
    /// </summary>
    private static AmountParts Amount(CancelCall call, AmountParts left)
    {
        var vat = call.TotalWon == left.TotalWon
            ? left.VatWon
            : Math.Min(AmountParts.DefaultVatWon(call.TotalWon, call.TaxFreeWon), left.VatWon);
        if (call.VatWon is { } said && said != vat)
            throw new RefusalException(WireError.BadAmount, $"cancel_vat_amount is not {vat}.");
        var green = call.TotalWon == left.TotalWon ? left.GreenDepositWon : 0;
        return new AmountParts(call.TotalWon, call.TaxFreeWon, vat, green);
    }
}
