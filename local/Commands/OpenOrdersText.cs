using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Prints the orders of one part of the index of open orders.</summary>
internal static class OpenOrdersText
{
    /// <summary>The most orders that are printed.</summary>
    private const int MaxOrders = 200;

    public static IReadOnlyList<string> Statuses { get; } =
    [
        OrderStatus.Review, OpenMark.Unannounced, OpenMark.Refunding, OpenMark.MoneyUnchecked, OrderStatus.AwaitingPayment, OrderStatus.Reserved,
        OrderStatus.Quoted,
    ];

    public static async Task<int> PrintAsync(Cafe cafe, CommandOutput output, string status)
    {
        var page = await cafe.Table.QueryAsync(new QueryRequest
        {
            IndexName = "OpenOrders",
            KeyConditionExpression = "openStatus = :status",
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":status"] = Attributes.Text(status) },
            Limit = MaxOrders,
        });
        foreach (var orderId in (page.Items ?? []).Select(Order.IdOf))
        {
            if (await cafe.Orders.FindAsync(orderId) is not { } order)
                continue;
            await output.Out.WriteLineAsync($"{order.OrderId}  {order.Status}  since {KoreanTimeText.Of(order.StatusSince)}  due {order.AmountDueWon} won, {order.PointsUsed} points");
            if (order.FailedStep is not null || order.Failure is not null)
                await output.Out.WriteLineAsync($"    {order.FailedStep ?? "no execution"}: {order.Failure}");
            if (order.OpenRefund is { } number)
                await output.Out.WriteLineAsync($"    refund {number} is under way");
        }
        var count = page.Items?.Count ?? 0;
        await output.Out.WriteLineAsync($"{count} orders{(page.LastEvaluatedKey is { Count: > 0 } ? ", and more" : "")}");
        return 0;
    }
}
