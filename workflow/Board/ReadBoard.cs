using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Board;

/// <summary>
/// Reads the board: what there is to make, what is being made, and what waits at the counter. The index says which orders may be
/// there, day by day, and may be late; each order's own record, read with strong consistency, says whether it is and how far.
/// </summary>
public sealed class ReadBoard(OrderTable table, TimeProvider time)
{
    /// <summary>How many days the board goes back, today included. What nobody has picked up for longer is found by its number or its day.</summary>
    public const int Days = 8;

    /// <summary>The most orders of a page.</summary>
    public const int MaxOrders = OrderTable.MaxBatch;

    /// <summary>The most entries of the index that are looked at, the newest first.</summary>
    public const int MaxEntries = 1_000;

    /// <summary>Reads it.</summary>
    public async Task<BoardPage> RunAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var entries = await EntriesAsync(BookDay.Of(now), cancellationToken);
        // What is made can wait at the counter; what is not made must never fall off the page behind it.
        var chosen = entries.OrderBy(entry => entry.IsMade).ThenBy(entry => entry.PaidAt, StringComparer.Ordinal).Take(MaxOrders);
        var items = await table.GetManyAsync([.. chosen.Select(entry => ItemKey.Order(entry.OrderId))], cancellationToken);
        return new BoardPage(
            now,
            [.. items.Select(Order.Read).Where(order => order.IsOnBoard).Select(BoardOrder.Of).OrderBy(order => order.PaidAt)],
            entries.Count <= MaxOrders);
    }

    private async Task<IReadOnlyList<Entry>> EntriesAsync(BookDay today, CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        for (var day = 0; day < Days && entries.Count < MaxEntries; day++)
        {
            var (items, _) = await table.QueryItemsAsync(
                new QueryRequest
                {
                    IndexName = IndexName.OrderBoard,
                    KeyConditionExpression = OrderAttributes.BoardDay + " = :day",
                    ExpressionAttributeValues = new(StringComparer.Ordinal)
                    {
                        [":day"] = Attributes.Text(new BookDay(today.Date.AddDays(-day)).ToString()),
                    },
                    ScanIndexForward = false,
                },
                MaxEntries - entries.Count,
                cancellationToken);
            entries.AddRange(items.Select(item => new Entry(
                Order.IdOf(item), item.Text(OrderAttributes.PaidAt), item.OptionalText(OrderAttributes.Preparation) == Preparation.Made)));
        }
        return entries;
    }

    private sealed record Entry(OrderId OrderId, string PaidAt, bool IsMade);
}
