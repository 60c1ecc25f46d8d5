using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Refunds;

/// <summary>A refund from the wish to its end, for whoever can wait for KakaoPay. What cannot be ended now is carried on by the reconciler.</summary>
public sealed class RefundOrder(OrderTable table, IPaymentGateway gateway, TimeProvider time)
{
    // An earlier refund may be under way, which comes first; more than one cannot.
    private const int MaxRounds = 2;

    private readonly RequestRefund _request = new(table, time);
    private readonly CarryOnRefund _carryOn = new(table, gateway, time);

    /// <summary>Refunds what is asked for and not refunded yet.</summary>
    /// <returns>What became of it.</returns>
    /// <exception cref="RefundRefusedException">It cannot be refunded as asked.</exception>
    /// <exception cref="RefundMismatchException">KakaoPay shows something that no refund explains.</exception>
    /// <exception cref="ArgumentException">The request is malformed.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    /// <exception cref="OrderConflictException">Others kept changing the order before anything was written; ask again.</exception>
    public async Task<RefundOutcome> RunAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await _request.RunAsync(request, cancellationToken) is null)
                return round == 0 ? RefundOutcome.NothingLeft : RefundOutcome.Settled;
            try
            {
                await _carryOn.RunAsync(request.OrderId, cancellationToken);
            }
            catch (Exception error) when (error is PaymentInDoubtException or OrderConflictException)
            {
                return RefundOutcome.UnderWay;
            }
        }
        return await _request.RunAsync(request, cancellationToken) is null ? RefundOutcome.Settled : RefundOutcome.UnderWay;
    }

    /// <summary>What would be refunded: see <see cref="RequestRefund.PreviewAsync"/>.</summary>
    /// <exception cref="RefundRefusedException">It cannot be refunded as asked.</exception>
    /// <exception cref="ArgumentException">The request is malformed.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public Task<RefundParts> PreviewAsync(RefundRequest request, CancellationToken cancellationToken) =>
        _request.PreviewAsync(request, cancellationToken);
}
