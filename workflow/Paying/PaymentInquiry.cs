using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Paying;

/// <summary>Asks KakaoPay what became of a payment and turns the answer into what a step may do next. It changes nothing.</summary>
public sealed class PaymentInquiry(IPaymentGateway gateway)
{
    /// <summary>Asks whether the order's payment was captured.</summary>
    /// <param name="order">The order.</param>
    /// <param name="tid">KakaoPay's transaction.</param>
    /// <param name="amountDueWon">What was to be captured.</param>
    /// <param name="cancellationToken">Gives up; then nothing is known.</param>
    /// <returns>The capture; null when nothing is captured yet, but may still be.</returns>
    /// <exception cref="PaymentDeclinedException">Nothing was captured and nothing will be.</exception>
    /// <exception cref="ApprovedAmountMismatchException">Another amount was captured.</exception>
    /// <exception cref="PaymentInDoubtException">KakaoPay does not say.</exception>
    public async Task<ApprovedPayment?> FindCaptureAsync(
        Order order, string tid, long amountDueWon, CancellationToken cancellationToken)
    {
        var orderId = order.OrderId;
        var answer = await AskAsync(order, tid, cancellationToken);
        switch (answer.State)
        {
            case PaymentState.Captured:
                return Matching(orderId, amountDueWon, new ApprovedPayment(answer.Aid, answer.AmountWon));
            case PaymentState.Pending:
                return null;
            case PaymentState.Quit or PaymentState.Declined or PaymentState.Refunded:
                throw new PaymentDeclinedException(orderId, $"its status is {answer.StateName}");
            default:
                throw new PaymentInDoubtException(orderId, $"its status is {answer.StateName}");
        }
    }

    /// <summary>Asks for all that KakaoPay knows of a transaction.</summary>
    /// <exception cref="PaymentInDoubtException">KakaoPay does not answer, not as documented, or for another order.</exception>
    public async Task<Payment> AskAsync(Order order, string tid, CancellationToken cancellationToken)
    {
        var orderId = order.OrderId;
        try
        {
            var answer = await gateway.InquireAsync(new PaymentReference(tid, order.Cid), cancellationToken);
            return answer.OrderId == orderId
                ? answer
                : throw new PaymentInDoubtException(orderId, "KakaoPay names another order for its transaction");
        }
        catch (GatewayException error)
        {
            throw new PaymentInDoubtException(orderId, error.Message);
        }
    }

    /// <summary>Accepts a capture of the ordered amount only.</summary>
    /// <exception cref="ApprovedAmountMismatchException">The amounts differ.</exception>
    public static ApprovedPayment Matching(OrderId orderId, long amountDueWon, ApprovedPayment capture) =>
        capture.AmountWon == amountDueWon
            ? capture
            : throw new ApprovedAmountMismatchException(orderId, amountDueWon, capture.AmountWon);
}
