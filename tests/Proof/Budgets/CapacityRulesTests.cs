using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tests.Proof.Budgets;

/// <summary>
/// The local DynamoDB counts capacity as AWS does, or the budgets would say nothing: a write unit per started KB of the larger
/// image, twice in a transaction; a unit for each entry that comes into an index or leaves it; a read unit per started 4 KB.
/// </summary>
public sealed class CapacityRulesTests(DynoxideServer server) : IAsyncLifetime
{
    private const string Small = "x";
    private static readonly string Large = new('x', 1_500);
    private static readonly string VeryLarge = new('x', 5_000);

    private TestTable _table = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _table = await server.NewTableAsync(Token);

    public ValueTask DisposeAsync() => _table.DisposeAsync();

    [Fact]
    public async Task Writes_CostWhatTheLargerImageAndEachIndexEntryCost()
    {
        (await PutAsync("a", Small)).ShouldBe(1);
        (await PutAsync("a", Large)).ShouldBe(2);
        (await PutAsync("a", Small)).ShouldBe(2);
        (await PutAsync("b", Large, ("openStatus", "REVIEW"), ("statusSince", "1"))).ShouldBe(3);
        (await UpdateAsync("b", "SET note = :v", "n")).ShouldBe(2);
        (await UpdateAsync("b", "SET statusSince = :v", "2")).ShouldBe(4);
        (await UpdateAsync("b", "SET openStatus = :v", "PAID")).ShouldBe(4);
        (await UpdateAsync("b", "REMOVE openStatus", null)).ShouldBe(3);
    }

    [Fact]
    public async Task Transaction_CostsTwice_ItsIndexEntriesOnce()
    {
        var put = new Put { TableName = _table.Name, Item = Item("a", Small, ("openStatus", "REVIEW"), ("statusSince", "1")) };
        var plain = new Put { TableName = _table.Name, Item = Item("b", Large) };
        (await TransactAsync(new() { Put = put }, new() { Put = plain })).ShouldBe(2 + 4 + 1);
    }

    [Fact]
    public async Task Reads_CostPerFourKilobytes_HalfWithoutConsistency()
    {
        await PutAsync("a", VeryLarge);
        (await GetAsync("a", isConsistent: true)).ShouldBe(2);
        (await GetAsync("a", isConsistent: false)).ShouldBe(1);
        (await GetAsync("none", isConsistent: true)).ShouldBe(1);
    }

    private async Task<double?> PutAsync(string key, string text, params (string Name, string Value)[] more) =>
        (await _table.Client.PutItemAsync(
            new PutItemRequest { TableName = _table.Name, Item = Item(key, text, more), ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL }, Token))
        .ConsumedCapacity.CapacityUnits;

    private async Task<double?> UpdateAsync(string key, string update, string? value) =>
        (await _table.Client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = _table.Name,
                Key = Key(key),
                UpdateExpression = update,
                ExpressionAttributeValues = value is null ? null : new() { [":v"] = new(value) },
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            },
            Token)).ConsumedCapacity.CapacityUnits;

    private async Task<double?> TransactAsync(params TransactWriteItem[] items) =>
        (await _table.Client.TransactWriteItemsAsync(
            new TransactWriteItemsRequest { TransactItems = [.. items], ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL }, Token))
        .ConsumedCapacity.Sum(table => table.CapacityUnits);

    private async Task<double?> GetAsync(string key, bool isConsistent) =>
        (await _table.Client.GetItemAsync(
            new GetItemRequest
            {
                TableName = _table.Name,
                Key = Key(key),
                ConsistentRead = isConsistent,
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            },
            Token)).ConsumedCapacity.CapacityUnits;

    private static Dictionary<string, AttributeValue> Key(string key) => new() { ["PK"] = new(key), ["SK"] = new("ORDER") };

    private static Dictionary<string, AttributeValue> Item(string key, string text, params (string Name, string Value)[] more)
    {
        var item = Key(key);
        item["text"] = new(text);
        foreach (var (name, value) in more)
            item[name] = new(value);
        return item;
    }
}
