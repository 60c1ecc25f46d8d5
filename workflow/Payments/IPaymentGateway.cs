namespace KakaoWorkflow.Payments;

/// <summary>
/// Whoever collects the customers' money (a PG, payment gateway). The café knows payments by these words alone; what a gateway calls them,
/// its codes and its limits end in its own folder.
/// </summary>
/// <remarks>
/// Each method is one question or one order to the gateway and never repeats it: only the caller knows whether a repeat is safe. Besides
/// what a method names, all of them throw <see cref="GatewayRefusedException"/> for a clear refusal,
/// <see cref="GatewayUnansweredException"/> when nothing is known, <see cref="ArgumentException"/> (before anything is sent) for what
/// the gateway documents that it does not take, and <see cref="OperationCanceledException"/> only when the caller's own token was
/// signalled; then, too, nothing is known.
/// </remarks>
public interface IPaymentGateway
{
    /// <summary>
    /// Prepares a payment. Nothing is collected, and nothing needs to be undone if nobody pays. When the answer is lost, prepare another:
    /// the lost one can never be paid, since nobody knows its pages.
    /// </summary>
    /// <remarks>An answer with addresses that no customer may be sent to (other than HTTPS) counts as none.</remarks>
    Task<PaymentPages> PrepareAsync(PaymentRequest request, CancellationToken cancellationToken);

    /// <summary>Takes the money. When the answer is lost or leaves doubt, inquire before anything else.</summary>
    Task<ApprovedPayment> ApproveAsync(ApprovalRequest request, CancellationToken cancellationToken);

    /// <summary>Asks what the gateway knows of a payment. It changes nothing.</summary>
    Task<Payment> InquireAsync(PaymentReference payment, CancellationToken cancellationToken);

    /// <summary>
    /// Gives money back. When the answer is lost, inquire before a repeat: the guard of <see cref="PaymentRefund.RefundableWon"/> makes the
    /// gateway refuse what another refund has overtaken.
    /// </summary>
    Task RefundAsync(PaymentRefund request, CancellationToken cancellationToken);

    /// <summary>Asks something harmless, only to see whether the gateway takes what this café sends.</summary>
    Task ProbeAsync(CancellationToken cancellationToken);
}
