using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Paying;

/// <summary>
/// Finds out what became of an approval in doubt. It asks KakaoPay and says what is true, and the state machine repeats it for as
/// long as nothing is known; a doubt that is old waits for a person as well.
/// May find that KakaoPay knows (says so), or does not while a person has settled it (takes the person's word), or nobody has (in doubt).
/// </summary>
public sealed class ResolvePayment(OrderTable table, IPaymentGateway gateway, TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);
    private readonly PaymentInquiry _inquiry = new(gateway);
    private readonly PaymentDoubt _doubt = new(table, time);

    /// <summary>Carries out the step.</summary>
    /// <exception cref="PaymentDeclinedException">Nothing was captured and nothing will be.</exception>
    /// <exception cref="PaymentExpiredException">Nothing was captured, and KakaoPay no longer takes the approval, or a person has settled it so.</exception>
    /// <exception cref="PaymentNotCapturedException">Nothing was captured; the approval may be sent again.</exception>
    /// <exception cref="PaymentGivenBackException">A person says that it went back.</exception>
    /// <exception cref="OrderWithdrawnException">Nothing was captured of an order that was withdrawn, and KakaoPay no longer takes the approval.</exception>
    /// <exception cref="ApprovedAmountMismatchException">Another amount was captured.</exception>
    /// <exception cref="PaymentInDoubtException">It is still not known.</exception>
    public async Task<ApprovedPayment> RunAsync(
        OrderId orderId, OrderQuote quote, PreparedPayment payment, CancellationToken cancellationToken)
    {
        var order = await _orders.GetAsync(orderId, cancellationToken);
        // The time is taken before the question: what is over by then cannot be captured after the answer.
        var isOver = PaymentTerms.IsOver(payment.ReadyAt, time.GetUtcNow());
        ApprovedPayment? capture;
        try
        {
            capture = await _inquiry.FindCaptureAsync(order, payment.Tid, quote.AmountDueWon, cancellationToken);
        }
        catch (PaymentInDoubtException error)
        {
            if (order.SettledAs is { } word)
                return ByHand(orderId, word, quote);
            await _doubt.StillOpenAsync(orderId, payment.ReadyAt, error.Message, cancellationToken);
            throw;
        }
        catch (Exception error) when (error is PaymentDeclinedException or ApprovedAmountMismatchException)
        {
            await _doubt.ClosedAsync(orderId, payment.ReadyAt, cancellationToken);
            throw;
        }
        await _doubt.ClosedAsync(orderId, payment.ReadyAt, cancellationToken);
        if (capture is not null)
            return capture;
        if (isOver && order.WithdrawnAt is not null)
            throw new OrderWithdrawnException(orderId, "and KakaoPay shows it as pending after its time");
        if (isOver)
            throw new PaymentExpiredException(orderId, "KakaoPay shows it as pending after its time");
        if (order.SettledAs == SettledAs.NotCaptured)
            throw new PaymentExpiredException(orderId, "KakaoPay shows it as pending, and a person has ended it");
        throw new PaymentNotCapturedException(orderId, "KakaoPay shows it as pending");
    }

    private static ApprovedPayment ByHand(OrderId orderId, string word, OrderQuote quote) => word switch
    {
        SettledAs.Captured => new ApprovedPayment(null, quote.AmountDueWon),
        SettledAs.Refunded => throw new PaymentGivenBackException(orderId, "a person says so, and KakaoPay does not know"),
        _ => throw new PaymentExpiredException(orderId, "a person says that nothing was captured, and KakaoPay does not know"),
    };
}
