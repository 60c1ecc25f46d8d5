using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Machine;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>One test's table, read and written behind the back of the code under test.</summary>
internal sealed class TestTable(AmazonDynamoDBClient client, string name) : IAsyncDisposable
{
    /// <summary>A table that nobody can reach.</summary>
    public static TestTable Nowhere => new(
        new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = TestSettings.NoAddress, AuthenticationRegion = Deployed.Region }),
        "table");

    public AmazonDynamoDBClient Client => client;

    public string Name => name;

    public Uri Address => new(client.Config.ServiceURL);

    /// <summary>Every item in full; the same text for the same content, so that two dumps tell whether anything was written between them.</summary>
    public async Task<IReadOnlyList<string>> DumpAsync() =>
        [.. (await ItemsAsync()).Select(item => $"{item["PK"].S} {item["SK"].S} {Text(item)}").Order(StringComparer.Ordinal)];

    public async Task<Dictionary<string, AttributeValue>> ItemAsync(ItemKey key) =>
        (await client.GetItemAsync(new GetItemRequest { TableName = name, Key = key.ToAttributes(), ConsistentRead = true })).Item ?? [];

    /// <summary>Sets one attribute of an item, or removes it when the value is null.</summary>
    public Task SetAsync(ItemKey key, string attribute, AttributeValue? value) => client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = name,
        Key = key.ToAttributes(),
        UpdateExpression = value is null ? "REMOVE #a" : "SET #a = :v",
        ExpressionAttributeNames = new() { ["#a"] = attribute },
        ExpressionAttributeValues = value is null ? null : new() { [":v"] = value },
    });

    /// <summary>Puts copies of an order, numbered from 1, as many at once as DynamoDB takes.</summary>
    public async Task CopyOrderAsync(Dictionary<string, AttributeValue> order, int count, Action<Dictionary<string, AttributeValue>, int>? change = null)
    {
        foreach (var numbers in Enumerable.Range(1, count).Chunk(25))
        {
            await client.BatchWriteItemAsync(new BatchWriteItemRequest
            {
                RequestItems = new() { [name] = [.. numbers.Select(number => new WriteRequest { PutRequest = new PutRequest { Item = Copy(number) } })] },
            });
        }

        Dictionary<string, AttributeValue> Copy(int number)
        {
            var copy = new Dictionary<string, AttributeValue>(order) { ["PK"] = new(ItemKey.Order($"COPY-{number}").Partition), ["orderId"] = new($"COPY-{number}") };
            change?.Invoke(copy, number);
            return copy;
        }
    }

    public Task DeleteAsync(ItemKey key) => client.DeleteItemAsync(name, key.ToAttributes());

    public async Task<IReadOnlyList<string>> IndexAsync(string index, string key, string value)
    {
        var page = await client.QueryAsync(new QueryRequest
        {
            TableName = name,
            IndexName = index,
            KeyConditionExpression = $"{key} = :value",
            ExpressionAttributeValues = new() { [":value"] = new AttributeValue(value) },
        });
        return [.. page.Items.Select(item => item["orderId"].S)];
    }

    public async ValueTask DisposeAsync()
    {
        await client.DeleteTableAsync(name);
        client.Dispose();
    }

    private static string Text(Dictionary<string, AttributeValue> map) =>
        $"{{{string.Join(", ", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Text(entry.Value)}"))}}}";

    private static string Text(AttributeValue value) => value switch
    {
        { S: { } text } => $"'{text}'",
        { N: { } number } => number,
        { BOOL: { } flag } => flag.ToString(),
        { L: { } list } => $"[{string.Join(", ", list.Select(Text))}]",
        { M: { } map } => Text(map),
        _ => throw new InvalidOperationException("The table has no attributes of another type."),
    };

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsAsync()
    {
        var page = await client.ScanAsync(new ScanRequest { TableName = name, ConsistentRead = true });
        (page.LastEvaluatedKey is { Count: > 0 }).ShouldBeFalse("The table of one test fits one page.");
        return page.Items ?? [];
    }
}
