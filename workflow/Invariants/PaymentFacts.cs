using KakaoWorkflow.KakaoPay;

namespace KakaoWorkflow.Invariants;

/// <summary>What KakaoPay says of a payment.</summary>
/// <param name="CapturedWon">What was captured, whatever went back later.</param>
/// <param name="CancelledWon">What went back.</param>
/// <param name="Captures">How often money was captured.</param>
public sealed record PaymentFacts(long CapturedWon, long CancelledWon, int Captures)
{
    /// <summary>Reads them from an inquiry.</summary>
    public static PaymentFacts Of(OrderResponse payment)
    {
        var captured = payment.Status.Class is PaymentStatusClass.Paid or PaymentStatusClass.PartlyCancelled or PaymentStatusClass.Cancelled;
        return new PaymentFacts(
            captured ? payment.Amount.TotalWon : 0,
            captured ? payment.CanceledAmount?.TotalWon ?? 0 : 0,
            payment.Actions?.Count(action => action.Type == "PAYMENT") ?? (captured ? 1 : 0));
    }

    /// <summary>What the café has of it.</summary>
    public long KeptWon => CapturedWon - CancelledWon;
}
