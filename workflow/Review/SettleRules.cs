using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Review;

/// <summary>When a person's word about a payment can hold.</summary>
internal static class SettleRules
{
    /// <summary>The steps that take the word.</summary>
    private static readonly string[] AskingSteps = ["ResolvePayment", "RefundPayment"];

    /// <summary>Refuses what KakaoPay clearly contradicts, and what the order cannot become.</summary>
    /// <param name="order">The order.</param>
    /// <param name="settledAs">The word.</param>
    /// <param name="known">What KakaoPay says; null where it does not say.</param>
    /// <exception cref="SettleRefusedException">It cannot hold.</exception>
    public static void Check(Order order, string settledAs, Payment? known)
    {
        if (settledAs == SettledAs.Captured && !order.IsOpen)
            throw new SettleRefusedException(order.OrderId, "it has ended without a sale; give the money back and settle it as refunded");
        if (settledAs == SettledAs.Captured && order.WithdrawnAt is not null)
            throw new SettleRefusedException(order.OrderId, "it is withdrawn; give the money back and settle it as refunded");
        if (settledAs == SettledAs.Captured && order.FailedStep == "RefundPayment")
            throw new SettleRefusedException(order.OrderId, "its money is on its way back; settle it as refunded once the customer has it");
        var agrees = known?.State switch
        {
            null => true,
            PaymentState.Captured => settledAs != SettledAs.NotCaptured,
            PaymentState.PartlyRefunded or PaymentState.Refunded => settledAs == SettledAs.Refunded,
            _ => settledAs == SettledAs.NotCaptured,
        };
        if (!agrees)
            throw new SettleRefusedException(order.OrderId, $"KakaoPay shows it as {known!.StateName}");
        if (settledAs == SettledAs.Captured && known is not null && known.AmountWon != order.AmountDueWon)
        {
            throw new SettleRefusedException(
                order.OrderId,
                $"KakaoPay shows {known.AmountWon} won of {order.AmountDueWon}; give the money back and settle it as refunded");
        }
    }

    /// <summary>Refuses while an approval of an ended order may still take effect.</summary>
    /// <exception cref="SettleRefusedException">It cannot hold yet.</exception>
    public static void CheckEnded(Order order, DateTimeOffset now)
    {
        if (!PaymentTerms.IsOver(order.StatusSince, now))
            throw new SettleRefusedException(order.OrderId, "it has just ended, and an approval may still take effect");
    }

    /// <summary>Refuses while a cancel may still be on its way to KakaoPay: the money would go back twice.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="sentAt">When the latest cancel was sent; null when none was.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="SettleRefusedException">It cannot hold yet.</exception>
    public static void CheckCancel(OrderId orderId, DateTimeOffset? sentAt, DateTimeOffset now)
    {
        if (sentAt is { } sent && now - sent <= PaymentTerms.Grace)
            throw new SettleRefusedException(orderId, $"KakaoPay was asked to give it back less than {PaymentTerms.Grace.TotalMinutes:0} minutes ago and may still do so");
    }

    /// <summary>Refuses while the execution needs nobody's word.</summary>
    /// <exception cref="SettleRefusedException">It cannot hold yet.</exception>
    public static void CheckRunning(Order order, string settledAs, PaymentState? known, DateTimeOffset now)
    {
        var waits = order.ReviewToken is not null;
        if (waits && !AskingSteps.Contains(order.FailedStep))
            throw new SettleRefusedException(order.OrderId, $"it waits at {order.FailedStep}, which is no matter of money; resume it");
        if (!waits && now - order.StatusSince <= PaymentTerms.ApprovalWindow + PaymentTerms.Grace)
            throw new SettleRefusedException(order.OrderId, "its execution may still find out by itself");
        if (known == PaymentState.Captured && settledAs == SettledAs.Refunded && order.FailedStep != "RefundPayment")
            throw new SettleRefusedException(order.OrderId, "KakaoPay shows it as paid, and the execution goes on with that");
    }
}
