using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;
using KakaoWorkflow.Tests.Support.Machine;

namespace KakaoWorkflow.Tests.Proof.Versions.Records;

/// <summary>DynamoDB in its own JSON, so that a record is written and read exactly as it is stored.</summary>
internal sealed class RawTable : IDisposable
{
    private const int MaxPages = 100;

    private readonly HttpClient _http;
    private readonly HttpIntegration _dynamoDb;

    public RawTable(Uri endpoint)
    {
        _http = new HttpClient { BaseAddress = endpoint };
        _dynamoDb = new HttpIntegration(_http, "DynamoDB_20120810", "local", Deployed.Region);
    }

    /// <summary>Makes a table, in the place of one with the same name.</summary>
    /// <param name="creation">A CreateTable request.</param>
    public async Task CreateAsync(JsonObject creation)
    {
        await DropAsync((string)creation["TableName"]!);
        await CallAsync("CreateTable", (JsonObject)creation.DeepClone());
    }

    /// <summary>Removes a table, if there is one.</summary>
    public async Task DropAsync(string name)
    {
        try
        {
            await CallAsync("DeleteTable", new JsonObject { ["TableName"] = name });
        }
        catch (AwsJsonException error) when (error.Code == "ResourceNotFoundException")
        {
            // There is nothing to remove.
        }
    }

    /// <summary>The CreateTable request that makes such a table.</summary>
    public async Task<JsonObject> CreationAsync(string name)
    {
        var table = (await CallAsync("DescribeTable", new JsonObject { ["TableName"] = name }))["Table"]!;
        return new JsonObject
        {
            ["TableName"] = name,
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = table["AttributeDefinitions"]!.DeepClone(),
            ["KeySchema"] = table["KeySchema"]!.DeepClone(),
            ["GlobalSecondaryIndexes"] = new JsonArray(
                [.. table["GlobalSecondaryIndexes"]!.AsArray().Select(index => Pick(index!, "IndexName", "KeySchema", "Projection"))]),
        };
    }

    /// <summary>All items by key, their attributes by name.</summary>
    public async Task<JsonArray> ItemsAsync(string name)
    {
        var items = new List<JsonObject>();
        JsonNode? start = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var request = new JsonObject { ["TableName"] = name, ["ConsistentRead"] = true };
            if (start is not null)
                request["ExclusiveStartKey"] = start.DeepClone();
            var page = await CallAsync("Scan", request);
            items.AddRange(page["Items"]!.AsArray().Select(item => (JsonObject)Sorted(item)!));
            start = page["LastEvaluatedKey"];
            if (start is null)
            {
                return new JsonArray([.. items.OrderBy(item => (string?)item["PK"]!["S"], StringComparer.Ordinal)
                    .ThenBy(item => (string?)item["SK"]!["S"], StringComparer.Ordinal)]);
            }
        }
        throw new InvalidOperationException($"The table has more than {MaxPages} pages.");
    }

    /// <summary>Writes items.</summary>
    public async Task PutAsync(string name, JsonArray items)
    {
        foreach (var item in items)
            await CallAsync("PutItem", new JsonObject { ["TableName"] = name, ["Item"] = item!.DeepClone() });
    }

    public void Dispose() => _http.Dispose();

    private Task<JsonObject> CallAsync(string operation, JsonObject request) =>
        _dynamoDb.CallAsync(operation, request, TestContext.Current.CancellationToken);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject Pick(JsonNode from, params ReadOnlySpan<string> names)
    {
        var picked = new JsonObject();
        foreach (var name in names)
            picked[name] = from[name]!.DeepClone();
        return picked;
    }
}
