using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>The order sheets in the table.</summary>
public sealed class OrderSheets(OrderTable table)
{
    /// <summary>An expired sheet stays a day longer than it is good for, so that a late tap gets a proper answer.</summary>
    public const long KeptAfterExpirySeconds = 86_400;

    /// <summary>Stores a new sheet.</summary>
    /// <exception cref="ConditionalCheckFailedException">The number is taken (one in 2^40 on the same day): issue another.</exception>
    public Task AddAsync(OrderSheet sheet) => table.PutAsync(
        new Put { Item = sheet.ToItem(), ConditionExpression = "attribute_not_exists(PK)" });

    /// <summary>Finds a sheet; null when it never was or has vanished after its time.</summary>
    public async Task<OrderSheet?> FindAsync(string orderId, CancellationToken cancellationToken = default) =>
        await table.GetAsync(ItemKey.Sheet(orderId), cancellationToken) is { } item ? OrderSheet.Read(item) : null;
}
