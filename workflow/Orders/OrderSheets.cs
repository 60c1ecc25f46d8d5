using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>The order sheets in the table.</summary>
public sealed class OrderSheets(OrderTable table)
{
    /// <summary>An expired sheet stays a day longer than it is good for, so that a late tap gets a proper answer.</summary>
    public const long KeptAfterExpirySeconds = 86_400;

    internal const string VanishesAt = "expiresAtEpochSeconds";

    /// <summary>Stores a new sheet, as the latest that its customer saw.</summary>
    /// <returns>
    /// False when the number is taken (one in 2^40 on the same day), or the customer was shown a later sheet meanwhile: issue another.
    /// </returns>
    public Task<bool> AddAsync(OrderSheet sheet, CancellationToken cancellationToken = default)
    {
        var sheetItem = sheet.ToItem();
        var latest = ItemKey.LatestSheet(sheet.CustomerId).ToAttributes();
        latest["latestSheetId"] = Attributes.Text(sheet.OrderId);
        latest[VanishesAt] = sheetItem[VanishesAt];
        return table.TransactAsync(
            [
                ItemChange.Create(table.Name, sheetItem),
                new()
                {
                    Put = new()
                    {
                        TableName = table.Name,
                        Item = latest,
                        ConditionExpression = $"attribute_not_exists(PK) OR {VanishesAt} <= :vanishesAt",
                        ExpressionAttributeValues = new(StringComparer.Ordinal) { [":vanishesAt"] = latest[VanishesAt] },
                    },
                },
            ],
            cancellationToken);
    }

    /// <summary>The number of the sheet that a chat user saw last; null when there is none any more.</summary>
    public async Task<string?> LatestIdAsync(string customerId, CancellationToken cancellationToken = default) =>
        (await table.GetAsync(ItemKey.LatestSheet(customerId), cancellationToken))?.Text("latestSheetId");

    /// <summary>Finds a sheet; null when it never was or has vanished after its time.</summary>
    public async Task<OrderSheet?> FindAsync(OrderId orderId, CancellationToken cancellationToken = default) =>
        await table.GetAsync(ItemKey.Sheet(orderId), cancellationToken) is { } item ? OrderSheet.Read(item) : null;
}
