using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Paying;

/// <summary>
/// Has the gateway prepare the payment. It stores nothing: the answer travels with the execution, and only AwaitApproval publishes it.
/// So running it twice leaves an unpaid transaction that nobody knows, which the gateway lets lapse.
/// </summary>
public sealed class PreparePayment(IPaymentGateway gateway, PayLinks links, TimeProvider time)
{
    /// <summary>Carries out the step.</summary>
    /// <exception cref="PaymentRefusedException">KakaoPay refuses this payment.</exception>
    /// <exception cref="PaymentUnavailableException">KakaoPay does not answer, is under maintenance, or takes nothing from this café.</exception>
    public async Task<PreparedPayment> RunAsync(OrderId orderId, OrderQuote quote, CancellationToken cancellationToken)
    {
        var readyAt = time.GetUtcNow();
        var request = new PaymentRequest
        {
            OrderId = orderId,
            MemberId = quote.MemberId,
            ItemName = quote.ItemName,
            Quantity = quote.Quantity,
            AmountWon = quote.AmountDueWon,
            ApprovedUrl = new Uri(links.Url(orderId, PayLinkKind.Approved)),
            CancelledUrl = new Uri(links.Url(orderId, PayLinkKind.Cancelled)),
            FailedUrl = new Uri(links.Url(orderId, PayLinkKind.Failed)),
        };
        try
        {
            var ((tid, cid), pcUrl, mobileUrl) = await gateway.PrepareAsync(request, cancellationToken);
            return new PreparedPayment(tid, pcUrl.AbsoluteUri, mobileUrl.AbsoluteUri, readyAt, cid);
        }
        catch (GatewayRefusedException error) when (error.Kind is RefusalKind.SetUp or RefusalKind.Unclear)
        {
            // Neither the customer nor the payment is the matter: maintenance, a quota, a key that is not taken.
            throw new PaymentUnavailableException(orderId, error.Message);
        }
        catch (GatewayRefusedException error)
        {
            throw new PaymentRefusedException(orderId, error.Message);
        }
        catch (GatewayUnansweredException error)
        {
            throw new PaymentUnavailableException(orderId, error.Message);
        }
    }
}
