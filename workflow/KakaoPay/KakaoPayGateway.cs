using KakaoWorkflow.Payments;

namespace KakaoWorkflow.KakaoPay;

/// <summary>KakaoPay as the café's payment gateway: turns its calls and statuses into the words of <see cref="IPaymentGateway"/>.</summary>
public sealed class KakaoPayGateway(KakaoPayClient client) : IPaymentGateway
{
    /// <summary>The parameter of the approval redirect that carries the <see cref="PgToken"/>.</summary>
    public const string PgTokenParameter = "pg_token";

    /// <summary>Shaped like a transaction's id, and none.</summary>
    private const string NoTransaction = "T0000000000000000000";

    /// <inheritdoc />
    public async Task<PaymentPages> PrepareAsync(PaymentRequest request, CancellationToken cancellationToken)
    {
        var answer = await client.ReadyAsync(
            new ReadyRequest
            {
                PartnerOrderId = request.OrderId,
                PartnerUserId = request.MemberId,
                ItemName = Shorten(request.ItemName),
                Quantity = request.Quantity,
                TotalWon = request.AmountWon,
                TaxFreeWon = 0,
                ApprovalUrl = request.ApprovedUrl,
                CancelUrl = request.CancelledUrl,
                FailUrl = request.FailedUrl,
            },
            cancellationToken);
        return new PaymentPages(new PaymentReference(answer.Tid, client.Cid), answer.PcUrl, answer.MobileUrl);
    }

    /// <inheritdoc />
    public async Task<ApprovedPayment> ApproveAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        var answer = await client.ApproveAsync(
            new ApproveRequest
            {
                Cid = request.Payment.Cid,
                Tid = request.Payment.Tid,
                PartnerOrderId = request.OrderId,
                PartnerUserId = request.MemberId,
                PgToken = request.PgToken,
                TotalWon = request.AmountWon,
            },
            cancellationToken);
        return new ApprovedPayment(answer.Aid, answer.Amount.TotalWon);
    }

    /// <inheritdoc />
    public async Task<Payment> InquireAsync(PaymentReference payment, CancellationToken cancellationToken) =>
        Read(await client.OrderAsync(payment.Tid, payment.Cid, cancellationToken));

    /// <inheritdoc />
    public Task RefundAsync(PaymentRefund request, CancellationToken cancellationToken) => client.CancelAsync(
        new CancelRequest
        {
            Cid = request.Payment.Cid,
            Tid = request.Payment.Tid,
            CancelWon = request.AmountWon,
            CancelTaxFreeWon = 0,
            CancelAvailableWon = request.RefundableWon,
        },
        cancellationToken);

    /// <inheritdoc />
    public Task ProbeAsync(CancellationToken cancellationToken) => client.OrderAsync(NoTransaction, cancellationToken);

    private static Payment Read(OrderResponse answer)
    {
        var amountWon = answer.Amount.TotalWon;
        var state = answer.Status.State;
        var captures = answer.Actions?.Where(action => action.Type == PaymentAction.Payment).ToList();
        long? refundedWon = state switch
        {
            PaymentState.Refunded => amountWon,
            PaymentState.PartlyRefunded => answer.CanceledAmount?.TotalWon,
            _ => 0,
        };
        var payment = new Payment
        {
            OrderId = answer.PartnerOrderId,
            State = state,
            StateName = answer.Status.Name,
            AmountWon = amountWon,
            RefundedWon = refundedWon,
            RefundableWon = answer.CancelAvailableAmount?.TotalWon ?? amountWon - (refundedWon ?? 0),
            Captures = 0,
            Aid = captures is [var capture, ..] ? capture.Aid : null,
        };
        return payment with { Captures = captures?.Count ?? (payment.WasCaptured ? 1 : 0) };
    }

    private static string Shorten(string itemName)
    {
        if (itemName.Length <= KakaoPayLimits.TextLength)
            return itemName;
        var kept = KakaoPayLimits.TextLength - 1;
        return itemName[..(char.IsHighSurrogate(itemName[kept - 1]) ? kept - 1 : kept)] + "…";
    }
}
