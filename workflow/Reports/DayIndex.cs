using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reports;

/// <summary>Finds what a day's report is about.</summary>
/// <param name="table">The table.</param>
/// <param name="time">The clock.</param>
internal sealed class DayIndex(OrderTable table, TimeProvider time)
{
    /// <summary>The orders that ended on a day, at most some, and whether these are all.</summary>
    public async Task<(IReadOnlyList<OrderId> OrderIds, bool IsComplete)> OrdersAsync(BookDay day, int max, CancellationToken cancellationToken)
    {
        var (items, isComplete) = await ItemsAsync(IndexName.EndedOrders, OrderAttributes.EndedDay, day.AllShards, max, cancellationToken);
        return (items.ConvertAll(Order.IdOf), isComplete);
    }

    /// <summary>The keys of the refunds that were settled on a day, with their orders; at most some, and whether these are all.</summary>
    public async Task<(IReadOnlyList<(OrderId OrderId, ItemKey Key)> Refunds, bool IsComplete)> RefundsAsync(
        BookDay day, int max, CancellationToken cancellationToken)
    {
        var (items, isComplete) = await ItemsAsync(IndexName.EndedOrders, OrderAttributes.EndedDay, day.AllRefundShards, max, cancellationToken);
        return (items.ConvertAll(item => (Order.IdOf(item), new ItemKey(item.Text("PK"), item.Text("SK")))), isComplete);
    }

    /// <summary>The orders whose money is to go back and may be at KakaoPay still: by the mark of a refund, or by a matter that is open about one.</summary>
    public async Task<(IReadOnlyList<OrderId> OrderIds, bool IsComplete)> RefundingAsync(int max, CancellationToken cancellationToken)
    {
        var (items, isComplete) = await ItemsAsync(IndexName.OpenOrders, OrderAttributes.OpenStatus, [OpenMark.Refunding], max, cancellationToken);
        var (open, areAll) = await new AttentionRecords(table, time).ListAsync(cancellationToken);
        var stuck = open.Where(record => record.Kind is AttentionKind.RefundStuck or AttentionKind.RefundMismatch)
            .Select(record => record.OrderId).OfType<string>().Select(OrderId.Parse);
        return ([.. items.Select(Order.IdOf).Union(stuck)], isComplete && areAll);
    }

    private async Task<(List<Dictionary<string, AttributeValue>> Items, bool IsComplete)> ItemsAsync(
        string index, string keyName, IEnumerable<string> keys, int max, CancellationToken cancellationToken)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        foreach (var key in keys)
        {
            var (found, areAll) = await table.QueryItemsAsync(
                new QueryRequest
                {
                    IndexName = index,
                    KeyConditionExpression = $"{keyName} = :key",
                    ExpressionAttributeValues = new(StringComparer.Ordinal) { [":key"] = Attributes.Text(key) },
                },
                max - items.Count,
                cancellationToken);
            items.AddRange(found);
            if (!areAll)
                return (items, false);
        }
        return (items, true);
    }
}
