using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>Order lines as a DynamoDB list of maps.</summary>
internal static class OrderLineAttributes
{
    public static AttributeValue ToAttribute(IEnumerable<OrderLine> lines) => new()
    {
        L = [.. lines.Select(line => new AttributeValue
        {
            M = new(StringComparer.Ordinal)
            {
                ["itemId"] = Attributes.Text(line.ItemId),
                ["name"] = Attributes.Text(line.Name),
                ["unitPriceWon"] = Attributes.Number(line.UnitPriceWon),
                ["quantity"] = Attributes.Number(line.Quantity),
            },
        })],
    };

    public static List<OrderLine> Read(Dictionary<string, AttributeValue> item)
    {
        if (!item.TryGetValue(OrderAttributes.Lines, out var lines) || lines.L is null)
            return [];
        return [.. lines.L.Select(line => new OrderLine(
            line.M.Text("itemId"), line.M.Text("name"), line.M.Number("unitPriceWon"), (int)line.M.Number("quantity")))];
    }
}
