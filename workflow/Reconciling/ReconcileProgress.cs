using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reconciling;

/// <summary>Where a run that could not look at everything left off, kept between runs so that no order is passed over for ever.</summary>
public sealed class ReconcileProgress(OrderTable table)
{
    /// <summary>The cursor of the last run; null when it came to the end.</summary>
    public async Task<string?> LoadAsync(CancellationToken cancellationToken) =>
        (await table.GetAsync(ItemKey.ReconcileCursor, cancellationToken))?.OptionalText("cursor");

    /// <summary>Keeps a cursor; null for the end.</summary>
    public Task SaveAsync(string? cursor, CancellationToken cancellationToken)
    {
        var item = ItemKey.ReconcileCursor.ToAttributes();
        if (cursor is not null)
            item["cursor"] = Attributes.Text(cursor);
        return table.PutAsync(new() { Item = item }, cancellationToken);
    }
}
