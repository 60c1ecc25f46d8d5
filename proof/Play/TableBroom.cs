using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Proof.Play;

/// <summary>Empties the table between two runs, so that a check costs what one run has written. The menu stays.</summary>
internal static class TableBroom
{
    private const int BatchItems = 25;

    public static async Task SweepAsync(VirtualCafe cafe)
    {
        using var dynamoDb = cafe.Host.CreateDynamoDbClient();
        await SweepAsync(dynamoDb, cafe.Cafe.Addresses.TableName);
        if (cafe.Injector.LateIndex is { } late)
            await late.ForgetAsync();
    }

    public static async Task SweepAsync(IAmazonDynamoDB dynamoDb, string table)
    {
        Dictionary<string, AttributeValue>? start = null;
        do
        {
            var page = await dynamoDb.ScanAsync(new ScanRequest { TableName = table, ProjectionExpression = "PK, SK", ExclusiveStartKey = start });
            var doomed = page.Items.Where(item => item["PK"].S != "MENU")
                .Select(item => new WriteRequest(new DeleteRequest(item)));
            foreach (var batch in doomed.Chunk(BatchItems))
                await dynamoDb.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { [table] = [.. batch] } });
            start = page.LastEvaluatedKey is { Count: > 0 } next ? next : null;
        }
        while (start is not null);
    }
}
