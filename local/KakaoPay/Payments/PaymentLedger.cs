namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>Reads what KakaoPay knows: the other side of the books.</summary>
internal sealed class PaymentLedger
{
    /// <summary>The most entries of one page.</summary>
    public const int MaxPageSize = 500;

    private readonly PaymentStore _store;

    internal PaymentLedger(PaymentStore store) => _store = store;

    /// <summary>One page, oldest first.</summary>
    /// <param name="orderId">Only this order's transactions; null for all.</param>
    /// <param name="after">The number after which to begin; 0 for the start.</param>
    /// <param name="pageSize">1 to <see cref="MaxPageSize"/>.</param>
    public async Task<PaymentPage> ReadPageAsync(string? orderId = null, long after = 0, int pageSize = MaxPageSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, MaxPageSize);
        var rows = await _store.ListAsync(orderId, after, pageSize + 1);
        var entries = rows.Take(pageSize).Select(row => PaymentEntry.Of(row.Number, row.Payment)).ToList();
        return new PaymentPage(entries, rows.Count > pageSize ? entries[^1].Number : null);
    }

    /// <summary>Every entry, oldest first, read page by page.</summary>
    /// <param name="orderId">Only this order's transactions; null for all.</param>
    public async IAsyncEnumerable<PaymentEntry> ReadAsync(string? orderId = null)
    {
        for (long? after = 0; after is { } start;)
        {
            var page = await ReadPageAsync(orderId, start);
            foreach (var entry in page.Payments)
                yield return entry;
            after = page.Next;
        }
    }
}
