using KakaoWorkflow.Callbacks;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Payments;

/// <summary>
/// KakaoPay <c>ready</c>. It stores nothing: the answer travels with the execution, and only AwaitApproval publishes it.
/// So running it twice leaves an unpaid transaction that nobody knows, which KakaoPay lets lapse.
/// </summary>
public sealed class PreparePayment(KakaoPayClient kakaoPay, PayLinks links, TimeProvider time)
{
    /// <summary>Carries out the step.</summary>
    /// <exception cref="PaymentRefusedException">KakaoPay refuses this payment.</exception>
    /// <exception cref="PaymentUnavailableException">KakaoPay does not answer, is under maintenance, or takes nothing from this café.</exception>
    public async Task<PreparedPayment> RunAsync(string orderId, OrderQuote quote, CancellationToken cancellationToken)
    {
        var readyAt = time.GetUtcNow();
        var request = new ReadyRequest
        {
            PartnerOrderId = orderId,
            PartnerUserId = quote.MemberId,
            ItemName = Shorten(quote.ItemName),
            Quantity = quote.Quantity,
            TotalWon = quote.AmountDueWon,
            TaxFreeWon = 0,
            ApprovalUrl = new Uri(links.Url(orderId, PayLinkKind.Approved)),
            CancelUrl = new Uri(links.Url(orderId, PayLinkKind.Cancelled)),
            FailUrl = new Uri(links.Url(orderId, PayLinkKind.Failed)),
        };
        try
        {
            var answer = await kakaoPay.ReadyAsync(request, cancellationToken);
            return new PreparedPayment(answer.Tid, answer.PcUrl.AbsoluteUri, answer.MobileUrl.AbsoluteUri, readyAt, kakaoPay.Cid);
        }
        catch (KakaoPayRefusedException error) when (error.Kind is RefusalKind.SetUp or RefusalKind.Unclear)
        {
            // Neither the customer nor the payment is the matter: maintenance, a quota, a key that is not taken.
            throw new PaymentUnavailableException(orderId, error.Message);
        }
        catch (KakaoPayRefusedException error)
        {
            throw new PaymentRefusedException(orderId, error.Message);
        }
        catch (KakaoPayUnansweredException error)
        {
            throw new PaymentUnavailableException(orderId, error.Message);
        }
    }

    private static string Shorten(string itemName)
    {
        if (itemName.Length <= KakaoPayLimits.TextLength)
            return itemName;
        var kept = KakaoPayLimits.TextLength - 1;
        return itemName[..(char.IsHighSurrogate(itemName[kept - 1]) ? kept - 1 : kept)] + "…";
    }
}
