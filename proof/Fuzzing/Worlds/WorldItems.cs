using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Proof.Fuzzing.Running;

namespace KakaoWorkflow.Proof.Fuzzing.Worlds;

/// <summary>The items of a world's table as they were when it was ready, so that no input meets what another one left.</summary>
internal sealed class WorldItems(AmazonDynamoDBClient client, string table)
{
    private readonly Dictionary<(string Partition, string Sort), Dictionary<string, AttributeValue>> _items = [];

    /// <summary>Keeps the items as they are now.</summary>
    public async Task KeepAsync()
    {
        Dictionary<string, AttributeValue>? start = null;
        do
        {
            var page = await client.ScanAsync(new ScanRequest { TableName = table, ConsistentRead = true, ExclusiveStartKey = start });
            foreach (var item in page.Items ?? [])
                _items[(item["PK"].S, item["SK"].S)] = item;
            start = page.LastEvaluatedKey is { Count: > 0 } next ? next : null;
        }
        while (start is not null);
    }

    /// <summary>Makes undone what a trial's calls have written.</summary>
    public async Task RestoreAsync(IEnumerable<Call> calls)
    {
        foreach (var key in calls.Where(call => call is { Service: "dynamodb", Writes: true }).SelectMany(KeysOf).Distinct().ToList())
        {
            if (_items.TryGetValue(key, out var item))
                await client.PutItemAsync(table, item);
            else
                await client.DeleteItemAsync(table, new() { ["PK"] = new(key.Partition), ["SK"] = new(key.Sort) });
        }
    }

    private static IEnumerable<(string Partition, string Sort)> KeysOf(Call call)
    {
        var body = JsonNode.Parse(call.Body)!;
        var parts = body["TransactItems"] is JsonArray writes
            ? writes.Select(write => write!["Put"] ?? write["Update"] ?? write["Delete"] ?? write["ConditionCheck"])
            : [body];
        return parts.Select(part => part!["Item"] ?? part["Key"])
            .Select(key => ((string)key!["PK"]!["S"]!, (string)key["SK"]!["S"]!));
    }
}
