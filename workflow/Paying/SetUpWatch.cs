using KakaoWorkflow.Attention;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Paying;

/// <summary>
/// A gateway that puts it before a person at once when the one behind it refuses whatever this café sends, and takes it away with the
/// first call that is taken again, be it with another refusal. A call that goes well costs nothing unless the matter is known to be open:
/// the reconciler looks each minute.
/// </summary>
public sealed class SetUpWatch(IPaymentGateway gateway, OrderTable table, TimeProvider time) : IPaymentGateway
{
    private readonly AttentionRecords _attention = new(table, time);
    private bool _isOpen;

    /// <inheritdoc />
    public Task<PaymentPages> PrepareAsync(PaymentRequest request, CancellationToken cancellationToken) =>
        WatchAsync(gateway.PrepareAsync(request, cancellationToken));

    /// <inheritdoc />
    public Task<ApprovedPayment> ApproveAsync(ApprovalRequest request, CancellationToken cancellationToken) =>
        WatchAsync(gateway.ApproveAsync(request, cancellationToken));

    /// <inheritdoc />
    public Task<Payment> InquireAsync(PaymentReference payment, CancellationToken cancellationToken) =>
        WatchAsync(gateway.InquireAsync(payment, cancellationToken));

    /// <inheritdoc />
    public Task RefundAsync(PaymentRefund request, CancellationToken cancellationToken) =>
        WatchAsync(DoneAsync(gateway.RefundAsync(request, cancellationToken)));

    /// <inheritdoc />
    public Task ProbeAsync(CancellationToken cancellationToken) => WatchAsync(DoneAsync(gateway.ProbeAsync(cancellationToken)));

    /// <summary>Looks whether the matter is open and, if so, asks something harmless, which closes it when it is taken.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        _isOpen = await table.GetAsync(ItemKey.Attention(AttentionKind.KakaoPaySetUp, AttentionKind.KakaoPay), cancellationToken) is not null;
        if (!_isOpen)
            return;
        try
        {
            await ProbeAsync(cancellationToken);
        }
        catch (GatewayException)
        {
            // The watch has heard what it needs: an unknown payment is a refusal of another kind.
        }
    }

    private async Task<T> WatchAsync<T>(Task<T> call)
    {
        try
        {
            var answer = await call;
            await TakenAsync();
            return answer;
        }
        catch (GatewayRefusedException refusal)
        {
            await (refusal.Kind == RefusalKind.SetUp ? RefusedAsync(refusal) : TakenAsync());
            throw;
        }
    }

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }

    private async Task RefusedAsync(GatewayRefusedException refusal)
    {
        await _attention.OpenAsync(AttentionKind.KakaoPaySetUp, AttentionKind.KakaoPay, orderId: null, refusal.Message);
        _isOpen = true;
    }

    private async Task TakenAsync()
    {
        if (!_isOpen)
            return;
        await _attention.CloseAsync(AttentionKind.KakaoPaySetUp, AttentionKind.KakaoPay);
        _isOpen = false;
    }
}
