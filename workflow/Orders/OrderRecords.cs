using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>Reading order records.</summary>
public sealed class OrderRecords(OrderTable table)
{
    /// <summary>Finds an order by its number; null where there is none.</summary>
    public async Task<Order?> FindAsync(OrderId orderId, CancellationToken cancellationToken = default) =>
        await table.GetAsync(ItemKey.Order(orderId), cancellationToken) is { } item ? Order.Read(item) : null;

    /// <summary>Reads an order that must be there.</summary>
    /// <exception cref="OrderNotFoundException">There is none.</exception>
    public async Task<Order> GetAsync(OrderId orderId, CancellationToken cancellationToken = default) =>
        await FindAsync(orderId, cancellationToken) ?? throw new OrderNotFoundException(orderId);

    /// <summary>The number of a member's latest order, eventually consistent; null when there is none.</summary>
    public async Task<OrderId?> LatestOrderIdAsync(string memberId, CancellationToken cancellationToken = default)
    {
        var query = new QueryRequest
        {
            IndexName = IndexName.MemberOrders,
            KeyConditionExpression = OrderAttributes.MemberId + " = :member",
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":member"] = Attributes.Text(memberId) },
            ScanIndexForward = false,
            Limit = 1,
        };
        var page = await table.QueryAsync(query, cancellationToken);
        return page.Items is [var item, ..] ? Order.IdOf(item) : null;
    }
}
