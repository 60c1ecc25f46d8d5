using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Orders;

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

    /// <summary>Asks for the facts of an order's payment.</summary>
    /// <returns>The facts; null where there is no payment, and where KakaoPay refuses to say while a person has said what is true.</returns>
    /// <exception cref="KakaoPayException">KakaoPay does not say.</exception>
    internal static async Task<PaymentFacts?> AskAsync(KakaoPayClient kakaoPay, Order order, CancellationToken cancellationToken)
    {
        if (order.Tid is not { } tid)
            return null;
        try
        {
            return Of(await kakaoPay.OrderAsync(tid, order.Cid, cancellationToken));
        }
        catch (KakaoPayRefusedException) when (order.SettledAs is not null)
        {
            return null;
        }
    }

    /// <summary>What the café has of it.</summary>
    public long KeptWon => CapturedWon - CancelledWon;
}
