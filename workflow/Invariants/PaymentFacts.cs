using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Invariants;

/// <summary>What KakaoPay says of a payment.</summary>
/// <param name="CapturedWon">What was captured, whatever went back later.</param>
/// <param name="CancelledWon">What went back.</param>
/// <param name="Captures">How often money was captured.</param>
public sealed record PaymentFacts(long CapturedWon, long CancelledWon, int Captures)
{
    /// <summary>Reads them from an inquiry.</summary>
    public static PaymentFacts Of(Payment payment) => payment.WasCaptured
        ? new PaymentFacts(payment.AmountWon, payment.RefundedWon ?? 0, payment.Captures)
        : new PaymentFacts(0, 0, payment.Captures);

    /// <summary>Asks for the facts of an order's payment.</summary>
    /// <returns>The facts; null where there is no payment, and where KakaoPay refuses to say while a person has said what is true.</returns>
    /// <exception cref="GatewayException">KakaoPay does not say.</exception>
    internal static async Task<PaymentFacts?> AskAsync(IPaymentGateway gateway, Order order, CancellationToken cancellationToken)
    {
        if (order.Tid is not { } tid)
            return null;
        try
        {
            return Of(await gateway.InquireAsync(new PaymentReference(tid, order.Cid), cancellationToken));
        }
        catch (GatewayRefusedException) when (order.SettledAs is not null)
        {
            return null;
        }
    }

    /// <summary>What the café has of it.</summary>
    public long KeptWon => CapturedWon - CancelledWon;
}
