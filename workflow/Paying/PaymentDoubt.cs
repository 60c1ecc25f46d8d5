using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Paying;

/// <summary>Puts a payment that has been in doubt for <see cref="DoubtTerms.Patience"/> before a person, and takes it away once it is known.</summary>
public sealed class PaymentDoubt(OrderTable table, TimeProvider time)
{
    private readonly AttentionRecords _attention = new(table, time);

    /// <summary>Says that it is still not known; before the doubt is old this does nothing.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="since">Since when it may be in doubt.</param>
    /// <param name="detail">What is known, without secrets.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StillOpenAsync(OrderId orderId, DateTimeOffset since, string detail, CancellationToken cancellationToken)
    {
        if (DoubtTerms.IsOld(since, time.GetUtcNow()))
            await _attention.OpenAsync(AttentionKind.PaymentInDoubt, orderId, orderId, detail, cancellationToken);
    }

    /// <summary>Says that it is known.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="since">Since when it may have been in doubt: a young doubt was never before a person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ClosedAsync(OrderId orderId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (DoubtTerms.IsOld(since, time.GetUtcNow()))
            await _attention.CloseAsync(AttentionKind.PaymentInDoubt, orderId, cancellationToken);
    }

    /// <summary>
    /// Whether to ask KakaoPay now: always until a person has known for <see cref="DoubtTerms.Patience"/>, then each
    /// <see cref="DoubtTerms.AskingInterval"/>.
    /// </summary>
    public async Task<bool> IsDueAsync(OrderId orderId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!DoubtTerms.IsOld(since, now))
            return true;
        var item = await table.GetAsync(ItemKey.Attention(AttentionKind.PaymentInDoubt, orderId), cancellationToken);
        return item is null
            || AttentionRecord.Read(item) is var matter
                && (now - matter.Since < DoubtTerms.Patience || now - matter.LastLookAt >= DoubtTerms.AskingInterval);
    }
}
