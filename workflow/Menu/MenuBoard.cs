using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Menu;

/// <summary>The menu in the table. Reads are kept for a few seconds, so that the menu is no hot partition on the order path.</summary>
public sealed class MenuBoard(OrderTable table, TimeProvider time)
{
    /// <summary>The most items that a menu has.</summary>
    public const int MaxItems = 200;

    /// <summary>The most items that are written at once: DynamoDB's limit of a transaction.</summary>
    public const int MaxItemsAtOnce = 100;

    /// <summary>How long a read menu is used. A price or sold-out mark takes effect after at most this time.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private Snapshot? _snapshot;

    /// <summary>All items by name order.</summary>
    public async Task<IReadOnlyList<MenuItem>> ItemsAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (_snapshot is { } snapshot && now - snapshot.ReadAt < Freshness && now >= snapshot.ReadAt)
            return snapshot.Items;

        var query = new QueryRequest
        {
            KeyConditionExpression = "PK = :menu",
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":menu"] = Attributes.Text(ItemKey.MenuPartition) },
            Limit = MaxItems,
        };
        var page = await table.QueryAsync(query, cancellationToken);
        var items = (page.Items ?? []).Select(Read).OrderBy(item => item.Name, StringComparer.Ordinal).ToList();
        _snapshot = new Snapshot(now, items);
        return items;
    }

    /// <summary>Writes an item, new or changed.</summary>
    public Task PutAsync(MenuItem item) => table.PutAsync(new Put { Item = AttributesOf(item) });

    /// <summary>Writes all items or, whatever happens meanwhile, none.</summary>
    /// <param name="items">At most <see cref="MaxItemsAtOnce"/>, each once.</param>
    public async Task PutAllAsync(IReadOnlyList<MenuItem> items)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items.Count, MaxItemsAtOnce);
        await table.TransactAsync([.. items.Select(item => new TransactWriteItem { Put = new() { TableName = table.Name, Item = AttributesOf(item) } })]);
    }

    private static Dictionary<string, AttributeValue> AttributesOf(MenuItem item)
    {
        var attributes = ItemKey.MenuItem(item.ItemId).ToAttributes();
        attributes["itemId"] = Attributes.Text(item.ItemId);
        attributes["name"] = Attributes.Text(item.Name);
        attributes["priceWon"] = Attributes.Number(item.PriceWon);
        attributes["soldOut"] = new AttributeValue { BOOL = item.SoldOut };
        return attributes;
    }

    private static MenuItem Read(Dictionary<string, AttributeValue> item) => new(
        item.Text("itemId"),
        item.Text("name"),
        item.Number("priceWon"),
        item.TryGetValue("soldOut", out var soldOut) && soldOut.BOOL == true);

    private sealed record Snapshot(DateTimeOffset ReadAt, IReadOnlyList<MenuItem> Items);
}
