using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Tests.Local.Gateways;

/// <summary><see cref="OtherBank"/> in the café's words: all that a second provider of payments has to bring.</summary>
internal sealed class OtherGateway(OtherBank bank, Uri pages) : IPaymentGateway
{
    public const string CodeParameter = "code";

    public Task<PaymentPages> PrepareAsync(PaymentRequest request, CancellationToken cancellationToken)
    {
        var payment = bank.Open(request.OrderId, request.AmountWon, request.ApprovedUrl, request.CancelledUrl);
        var page = new Uri(pages, $"/bank/{payment.Number}");
        return Task.FromResult(new PaymentPages(new PaymentReference(payment.Number), page, page));
    }

    public async Task<ApprovedPayment> ApproveAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        var payment = Find(request.Payment);
        try
        {
            await bank.DebitAsync(payment, request.PgToken.Value, cancellationToken);
        }
        catch (BankSilentException error)
        {
            throw new GatewayUnansweredException(error.Message, error);
        }
        catch (BankSaysNoException error)
        {
            throw Refusal(error);
        }
        return new ApprovedPayment(payment.Number + "-D", payment.DebitedWon);
    }

    public Task<Payment> InquireAsync(PaymentReference payment, CancellationToken cancellationToken)
    {
        var found = Find(payment);
        lock (found)
        {
            return Task.FromResult(new Payment
            {
                OrderId = found.OrderId,
                State = found.State switch
                {
                    "OPEN" or "AGREED" => PaymentState.Pending,
                    "QUIT" => PaymentState.Quit,
                    "REFUSED" => PaymentState.Declined,
                    _ when found.CreditedWon == 0 => PaymentState.Captured,
                    _ => found.CreditedWon == found.DebitedWon ? PaymentState.Refunded : PaymentState.PartlyRefunded,
                },
                StateName = found.State,
                AmountWon = found.State == "DONE" ? found.DebitedWon : found.AmountWon,
                RefundedWon = found.CreditedWon,
                RefundableWon = found.DebitedWon - found.CreditedWon,
                Captures = found.State == "DONE" ? 1 : 0,
            });
        }
    }

    public Task RefundAsync(PaymentRefund request, CancellationToken cancellationToken)
    {
        try
        {
            OtherBank.Credit(Find(request.Payment), request.AmountWon, request.RefundableWon);
            return Task.CompletedTask;
        }
        catch (BankSaysNoException error)
        {
            throw Refusal(error);
        }
    }

    public Task ProbeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static GatewayRefusedException Refusal(BankSaysNoException error) =>
        new(error.IsFinal ? RefusalKind.Final : RefusalKind.Unclear, error.Message);

    private BankPayment Find(PaymentReference payment) =>
        bank.Find(payment.Tid) ?? throw new GatewayRefusedException(RefusalKind.Unclear, "no such payment");
}
