using KakaoWorkflow.Attention;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Payments;

/// <summary>
/// Puts it before a person at once when KakaoPay refuses whatever this café sends, and takes it away with the first call that is
/// taken again. A call that goes well costs nothing unless the matter is known to be open: the reconciler looks each minute.
/// </summary>
public sealed class SetUpWatch(OrderTable table, TimeProvider time) : IKakaoPaySetUp
{
    private readonly AttentionRecords _attention = new(table, time);
    private bool _isOpen;

    /// <inheritdoc />
    public async Task RefusedAsync(KakaoPayRefusedException refusal)
    {
        await _attention.OpenAsync(AttentionKind.KakaoPaySetUp, AttentionKind.KakaoPay, orderId: null, refusal.Message);
        _isOpen = true;
    }

    /// <inheritdoc />
    public async Task TakenAsync()
    {
        if (!_isOpen)
            return;
        await _attention.CloseAsync(AttentionKind.KakaoPaySetUp, AttentionKind.KakaoPay);
        _isOpen = false;
    }

    /// <summary>Looks whether the matter is open and, if so, asks KakaoPay something harmless, which closes it when it is taken.</summary>
    /// <param name="kakaoPay">A client that reports to this watch.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LookAsync(KakaoPayClient kakaoPay, CancellationToken cancellationToken)
    {
        _isOpen = await table.GetAsync(ItemKey.Attention(AttentionKind.KakaoPaySetUp, AttentionKind.KakaoPay), cancellationToken) is not null;
        if (!_isOpen)
            return;
        try
        {
            await kakaoPay.OrderAsync(NoTransaction, cancellationToken);
        }
        catch (KakaoPayException)
        {
            // The watch has heard what it needs: an unknown transaction is a refusal of another kind.
        }
    }

    /// <summary>Shaped like a transaction's id, and none.</summary>
    private const string NoTransaction = "T0000000000000000000";
}
