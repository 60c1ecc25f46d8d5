using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Workflow.Cafes;

namespace KakaoWorkflow.Tests.Workflow.Tables;

public sealed class OrderTableTests(DynoxideServer server) : CafeTest(server)
{
    private const string Transact = "TransactWriteItems";

    [Theory]
    [InlineData(OrderTable.MaxTransactionAttempts - 1, true)]
    [InlineData(OrderTable.MaxTransactionAttempts, false)]
    public async Task Transact_MeetsOtherTransactions_IsSentAgainUpToALimit(int conflicts, bool isWritten)
    {
        Cafe.DynamoDbWire.Refuse(Transact, Cancelled("None", "TransactionConflict"), conflicts);
        var writing = WriteAsync("one");
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(20), writing);

        if (isWritten)
            (await writing).ShouldBeTrue();
        else
            await Should.ThrowAsync<TransactionCanceledException>(writing);
        Cafe.DynamoDbWire.Operations.Count(operation => operation == Transact).ShouldBe(OrderTable.MaxTransactionAttempts);
        (await Cafe.Services.Table.GetAsync(new ItemKey("one", "item"), Token) is not null).ShouldBe(isWritten);
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

    private static string Cancelled(string first, string second) => $$"""
        {
          "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
          "Message": "Transaction cancelled, please refer cancellation reasons for specific reasons [{{first}}, {{second}}]",
          "CancellationReasons": [{"Code": "{{first}}"}, {"Code": "{{second}}"}]
        }
        """;
}
