using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tests.Proof.Refunds;

/// <summary>Empties a table between two runs, so that a check costs what one run has written. The menu stays.</summary>
internal sealed class RecoveryBroom(IAmazonDynamoDB dynamoDb, string tableName)
{
    private const int BatchItems = 25;

    public async Task SweepAsync()
    {
        var page = await dynamoDb.ScanAsync(new ScanRequest { TableName = tableName, ProjectionExpression = "PK, SK" });
        var doomed = page.Items.Where(item => item["PK"].S != "MENU").Select(item => new WriteRequest(new DeleteRequest(item)));
        foreach (var batch in doomed.Chunk(BatchItems))
            await dynamoDb.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { [tableName] = [.. batch] } });
    }
}
