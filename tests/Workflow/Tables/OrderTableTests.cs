using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace KakaoWorkflow.Tests.Workflow.Tables;

public sealed class OrderTableTests(DynoxideServer server) : CafeTest(server)
{
    private const string Put = "PutItem";
    private const string Update = "UpdateItem";
    private const string Transact = "TransactWriteItems";

    private static readonly ItemKey One = new("one", "item");

    [Theory]
    [InlineData("TransactionConflict", OrderTable.MaxWriteAttempts - 1, true)]
    [InlineData("TransactionConflict", OrderTable.MaxWriteAttempts, false)]
    [InlineData("ThrottlingError", OrderTable.MaxWriteAttempts - 1, true)]
    [InlineData("ProvisionedThroughputExceeded", OrderTable.MaxWriteAttempts - 1, true)]
    public async Task Transact_RefusedForAMoment_IsSentAgainUpToALimit(string reason, int refusals, bool isWritten)
    {
        Cafe.DynamoDbWire.Refuse(Transact, Cancelled("None", reason), refusals);
        var writing = WriteAsync("one");
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(20), writing);

        if (isWritten)
            (await writing).ShouldBeTrue();
        else
            await Should.ThrowAsync<TransactionCanceledException>(writing);
        Cafe.DynamoDbWire.Operations.Count(operation => operation == Transact).ShouldBe(OrderTable.MaxWriteAttempts);
        (await Cafe.Services.Table.GetAsync(new ItemKey("one", "item"), Token) is not null).ShouldBe(isWritten);
    }

    [Theory]
    [InlineData(Put, "TransactionConflictException", OrderTable.MaxWriteAttempts - 1, true)]
    [InlineData(Put, "TransactionConflictException", OrderTable.MaxWriteAttempts, false)]
    [InlineData(Update, "TransactionConflictException", OrderTable.MaxWriteAttempts - 1, true)]
    [InlineData(Update, "TransactionConflictException", OrderTable.MaxWriteAttempts, false)]
    public async Task Write_MeetsATransaction_IsSentAgainUpToALimit(string operation, string code, int refusals, bool isWritten)
    {
        Cafe.DynamoDbWire.Refuse(operation, Refusal(code), refusals);
        var writing = WriteOneAsync(operation);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(20), writing);

        if (isWritten)
            await writing;
        else
            await Should.ThrowAsync<AmazonDynamoDBException>(writing);
        Cafe.DynamoDbWire.Operations.Count(called => called == operation).ShouldBe(OrderTable.MaxWriteAttempts + WritesBefore(operation));
        (await Cafe.Services.Table.GetAsync(One, Token) is not null).ShouldBe(isWritten);
    }

    [Theory]
    [InlineData(Put, "ThrottlingException")]
    [InlineData(Put, "ProvisionedThroughputExceededException")]
    [InlineData(Update, "RequestLimitExceeded")]
    [InlineData(Update, "TransactionInProgressException")]
    [InlineData(Transact, "ThrottlingException")]
    [InlineData(Transact, "TransactionInProgressException")]
    public async Task Write_ThrottledBeyondTheClientsPatience_IsSentAgain(string operation, string code)
    {
        // The client itself sends a throttled call again, by its own clock; here it gives up at once.
        Cafe.DynamoDbWire.Refuse(operation, Refusal(code), 1);
        using var client = new AmazonDynamoDBClient("key", "secret", new AmazonDynamoDBConfig
        {
            ServiceURL = Cafe.Variables["AWS_ENDPOINT_URL_DYNAMODB"],
            MaxErrorRetry = 0,
            HttpClientFactory = new WireClients(Cafe.DynamoDbWire),
        });
        var writing = WriteOneAsync(operation, new OrderTable(client, Cafe.Table.Name, Cafe.Time));
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(20), writing);

        await writing;
        (await Cafe.Services.Table.GetAsync(One, Token)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Put)]
    [InlineData(Update)]
    [InlineData(Transact)]
    public async Task Write_WhoseCallerGivesUp_IsNotSentAgain(string operation)
    {
        var refusal = operation == Transact ? Cancelled("None", "TransactionConflict") : Refusal("TransactionConflictException");
        Cafe.DynamoDbWire.Refuse(operation, refusal, OrderTable.MaxWriteAttempts);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100), Cafe.Time);
        var writing = WriteOneAsync(operation, cancellationToken: patience.Token);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(20), writing);

        await Should.ThrowAsync<OperationCanceledException>(writing);
        Cafe.DynamoDbWire.Operations.Count(called => called == operation).ShouldBe(2 + WritesBefore(operation));
    }

    [Theory]
    [InlineData("ConditionalCheckFailed", "None")]
    [InlineData("TransactionConflict", "ConditionalCheckFailed")]
    public async Task Transact_ConditionDoesNotHold_IsFalseAtOnce(string first, string second)
    {
        Cafe.DynamoDbWire.Refuse(Transact, Cancelled(first, second), 1);
        (await WriteAsync("one")).ShouldBeFalse();
        Cafe.DynamoDbWire.Operations.Count(operation => operation == Transact).ShouldBe(1);
    }

    [Fact]
    public async Task Transact_CancelledForAnotherReason_IsAnErrorAtOnce()
    {
        Cafe.DynamoDbWire.Refuse(Transact, Cancelled("None", "ValidationError"), 1);
        await Should.ThrowAsync<TransactionCanceledException>(() => WriteAsync("one"));
        Cafe.DynamoDbWire.Operations.Count(operation => operation == Transact).ShouldBe(1);
    }

    [Fact]
    public async Task Transact_OneConditionFails_WritesNothing()
    {
        (await WriteAsync("one")).ShouldBeTrue();
        (await WriteAsync("two", "one")).ShouldBeFalse();
        (await Cafe.Services.Table.GetAsync(new ItemKey("two", "item"), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private Task WriteOneAsync(string operation, OrderTable? table = null, CancellationToken? cancellationToken = null)
    {
        table ??= Cafe.Services.Table;
        var token = cancellationToken ?? Token;
        return operation switch
        {
            Put => table.PutAsync(new Put { Item = One.ToAttributes() }, token),
            Update => table.UpdateAsync(
                new Update
                {
                    Key = One.ToAttributes(),
                    UpdateExpression = "SET note = :note",
                    ExpressionAttributeValues = new() { [":note"] = Attributes.Text("written") },
                },
                token),
            _ => table.TransactAsync([new() { Put = new() { TableName = table.Name, Item = One.ToAttributes() } }], token),
        };
    }

    /// <summary>The menu that each café opens with.</summary>
    private static int WritesBefore(string operation) => operation == Put ? 3 : 0;

    private Task<bool> WriteAsync(params string[] partitions) => Cafe.Services.Table.TransactAsync(
    [
        .. partitions.Select(partition => new TransactWriteItem
        {
            Put = new Put
            {
                TableName = Cafe.Table.Name,
                Item = new ItemKey(partition, "item").ToAttributes(),
                ConditionExpression = "attribute_not_exists(PK)",
            },
        }),
    ], Token);

    [Theory]
    [InlineData(OrderTable.MaxBatch, false)]
    [InlineData(OrderTable.MaxBatch + 1, true)]
    public async Task GetMany_TakesSoManyKeys(int count, bool refused)
    {
        await WriteAsync("one");
        var reading = Cafe.Services.Table.GetManyAsync([One, .. Enumerable.Range(1, count - 1).Select(number => new ItemKey($"none {number}", "item"))], Token);
        if (refused)
            await Should.ThrowAsync<ArgumentOutOfRangeException>(reading);
        else
            (await reading).ShouldHaveSingleItem().Text("PK").ShouldBe("one");
    }

    [Theory]
    [InlineData(OrderTable.MaxBatchAttempts - 1, true)]
    [InlineData(OrderTable.MaxBatchAttempts, false)]
    public async Task GetMany_LeftUnread_IsAskedForAgainUpToALimit(int times, bool isRead)
    {
        await WriteAsync("one");
        Cafe.DynamoDbWire.Refuse(
            "BatchGetItem",
            $$$$"""{"Responses":{},"UnprocessedKeys":{"{{{{Cafe.Table.Name}}}}":{"ConsistentRead":true,"Keys":[{"PK":{"S":"one"},"SK":{"S":"item"}}]}}}""",
            times, HttpStatusCode.OK);
        var reading = Cafe.Services.Table.GetManyAsync([One], Token);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(20), reading);

        if (isRead)
            (await reading).ShouldHaveSingleItem();
        else
            await Should.ThrowAsync<ProvisionedThroughputExceededException>(reading);
        Cafe.DynamoDbWire.Operations.Count(operation => operation == "BatchGetItem").ShouldBe(OrderTable.MaxBatchAttempts);
    }

    private static string Refusal(string code) => $$"""{"__type": "com.amazonaws.dynamodb.v20120810#{{code}}", "Message": "Not now."}""";

    private static string Cancelled(string first, string second) => $$"""
        {
          "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
          "Message": "Transaction cancelled, please refer cancellation reasons for specific reasons [{{first}}, {{second}}]",
          "CancellationReasons": [{"Code": "{{first}}"}, {"Code": "{{second}}"}]
        }
        """;

    private sealed class WireClients(Wire wire) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(wire, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
