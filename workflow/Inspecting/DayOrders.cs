using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Inspecting;

/// <summary>
/// The orders of a day: those that ended on it (a sale ends with the payment), and those that began on it and are still open. The
/// indexes say which they are, and may be late; each order is read with strong consistency.
/// </summary>
public sealed class DayOrders(OrderTable table)
{
    /// <summary>The most orders that are listed.</summary>
    public const int MaxListed = 1_000;

    /// <summary>Lists them, the earliest first.</summary>
    /// <returns>The orders, and whether these are all.</returns>
    public async Task<(IReadOnlyList<Order> Orders, bool IsComplete)> ListAsync(BookDay day, CancellationToken cancellationToken = default)
    {
        var orderIds = new HashSet<string>(StringComparer.Ordinal);
        var isComplete = true;
        foreach (var (index, key, value) in day.AllShards.Select(shard => (IndexName.EndedOrders, OrderAttributes.EndedDay, shard))
            .Concat(OrderStatus.Open.Select(status => (IndexName.OpenOrders, OrderAttributes.OpenStatus, status))))
        {
            var (items, areAll) = await table.QueryItemsAsync(
                new QueryRequest
                {
                    IndexName = index,
                    KeyConditionExpression = key + " = :value",
                    ExpressionAttributeValues = new(StringComparer.Ordinal) { [":value"] = Attributes.Text(value) },
                },
                MaxListed - orderIds.Count,
                cancellationToken);
            orderIds.UnionWith(items.Select(item => item.Text(OrderAttributes.OrderId)));
            isComplete &= areAll;
        }
        var orders = new List<Order>();
        foreach (var batch in orderIds.Chunk(OrderTable.MaxBatch))
            orders.AddRange((await table.GetManyAsync([.. batch.Select(ItemKey.Order)], cancellationToken)).Select(Order.Read));
        return ([.. orders.Where(order => IsOf(order, day)).OrderBy(order => order.PaidAt ?? order.CreatedAt)], isComplete);
    }

    /// <summary>An order that came to its end since the index was read belongs to the day of that end.</summary>
    private static bool IsOf(Order order, BookDay day) => order.IsOpen
        ? BookDay.Of(order.CreatedAt) == day
        : BookDay.Of(order.PaidAt ?? order.StatusSince) == day;
}
