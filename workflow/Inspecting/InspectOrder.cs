using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Inspecting;

/// <summary>Gathers everything that is known about one order; it only reads, and from no index.</summary>
public sealed class InspectOrder(OrderTable table, ReadOrderPath path, TimeProvider time)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public async Task<OrderDetails> RunAsync(OrderId orderId, CancellationToken cancellationToken = default)
    {
        var item = await table.GetAsync(ItemKey.Order(orderId), cancellationToken) ?? throw new OrderNotFoundException(orderId);
        var order = Order.Read(item);
        var matters = await table.GetManyAsync([.. AttentionKind.All.Select(kind => ItemKey.Attention(kind, orderId))], cancellationToken);
        return new OrderDetails(
            order,
            await RefundsAsync(orderId, cancellationToken),
            await LedgerAsync(order),
            OperatorDeed.ReadAll(item),
            [.. matters.Select(AttentionRecord.Read).OrderBy(matter => matter.Since)],
            await path.RunAsync(orderId, cancellationToken),
            Waiting.For(order));
    }

    private async Task<IReadOnlyList<Refund>> RefundsAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        // At most RequestRefund.MaxRefunds records of less than a kilobyte: one page.
        var page = await table.QueryAsync(
            new QueryRequest
            {
                KeyConditionExpression = "PK = :order AND begins_with(SK, :refund)",
                ExpressionAttributeValues = new(StringComparer.Ordinal)
                {
                    [":order"] = Attributes.Text(ItemKey.Order(orderId).Partition),
                    [":refund"] = Attributes.Text(ItemKey.RefundPrefix),
                },
                ConsistentRead = true,
            },
            cancellationToken);
        return [.. (page.Items ?? []).Select(Refund.Read)];
    }

    private async Task<IReadOnlyList<LedgerLine>> LedgerAsync(Order order) => order.MemberId.Length == 0
        ? []
        : [.. (await new Ledger(table, time).LinesAsync(order.MemberId, order.CreatedAt)).Where(line => line.OrderId == order.OrderId)];
}
