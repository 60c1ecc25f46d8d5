using Amazon.Lambda.Serialization.SystemTextJson;

namespace KakaoWorkflow.Tests.Lambdas.Steps;

/// <summary>Events whose JSON is right and whose values cannot be: refused by an error that names the field, before anything is called.</summary>
public sealed class ImplausibleInputTests(DynoxideServer server) : FunctionTest(server)
{
    private const string Quote = """{"memberId":"m","itemName":"x","quantity":1,"totalWon":4500,"pointsUsed":0,"amountDueWon":4500}""";
    private const string Payment = """{"tid":"T1","redirectPcUrl":"https://a/","redirectMobileUrl":"https://a/","readyAt":"2026-03-01T00:00:00Z"}""";

    public static TheoryData<string> Functions =>
    [
        "Quote", "ReservePoints", "PreparePayment", "AwaitApproval", "ApprovePayment", "ResolvePayment", "CommitOrder", "ReleasePoints", "RefundPayment",
        "AwaitOperator", "ResumeOrder", "RefundOrder", "SettleOrder", "MoveOrder",
    ];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task OrderId_ThatCannotBeOne_IsRefused(string function)
    {
        foreach (var orderId in new[] { "", " ", "ORDER#1", "0301/AAAA", "주문", "\u202E", new string('A', 81), new string('A', 100_000) })
            await RefusedAsync(function, Input(OrderId.Parse("0301-AAAAAAAA"), "orderId", orderId), "orderId");
    }

    [Theory]
    [InlineData("AwaitApproval", "taskToken", "", "taskToken")]
    [InlineData("AwaitApproval", "taskToken", "2049", "taskToken")]
    [InlineData("AwaitApproval", "payment.tid", "", "payment.tid")]
    [InlineData("AwaitApproval", "payment.tid", "101", "payment.tid")]
    [InlineData("AwaitApproval", "payment.redirectPcUrl", "2049", "payment.redirectPcUrl")]
    [InlineData("AwaitApproval", "payment.redirectMobileUrl", "", "payment.redirectMobileUrl")]
    [InlineData("ApprovePayment", "payment.tid", "101", "payment.tid")]
    [InlineData("ResolvePayment", "payment.tid", " ", "payment.tid")]
    [InlineData("RefundPayment", "payment.tid", "101", "payment.tid")]
    [InlineData("CommitOrder", "approval.aid", "101", "approval.aid")]
    [InlineData("AwaitOperator", "failedStep", "81", "failedStep")]
    [InlineData("AwaitOperator", "taskToken", " ", "taskToken")]
    [InlineData("MoveOrder", "move", "drink", "move")]
    [InlineData("MoveOrder", "by", " ", "by")]
    [InlineData("MoveOrder", "by", "201", "by")]
    [InlineData("MoveOrder", "from", "PAID", "from")]
    [InlineData("DailyReport", "day", "0001-01-01", "day")]
    [InlineData("DailyReport", "day", "9999-12-31", "day")]
    [InlineData("ReconcileOrders", "cursor", "NOWHERE|2026-03-01T00:00:00.000Z|0301-AAAAAAAA", "cursor")]
    [InlineData("ReconcileOrders", "cursor", "REVIEW|yesterday|0301-AAAAAAAA", "cursor")]
    public Task Field_ThatCannotBe_IsRefused(string function, string path, string value, string named) => RefusedAsync(
        function, Input(OrderId.Parse("0301-AAAAAAAA"), path, int.TryParse(value, out var length) ? new string('x', length) : value), named);

    [Fact]
    public async Task ReconcileOrders_CursorThatAnEarlierVersionLeft_BeginsAnew()
    {
        await new KakaoWorkflow.Reconciling.ReconcileProgress(Cafe.Services.Table).SaveAsync("NOWHERE|2026-03-01T00:00:00.000Z|0301-AAAAAAAA", Token);
        (await InvokeAsync("ReconcileOrders", "{}"))["cursor"].ShouldBeNull();
        (await new KakaoWorkflow.Reconciling.ReconcileProgress(Cafe.Services.Table).LoadAsync(Token)).ShouldBeNull();
    }

    private async Task RefusedAsync(string function, JsonObject input, string field)
    {
        var writes = Cafe.DynamoDbWire.Operations.Count(operation => operation is not ("GetItem" or "Query"));
        var error = await Should.ThrowAsync<Exception>(() => InvokeAsync(function, input.ToJsonString()));
        (error is ArgumentException or JsonSerializerException).ShouldBeTrue(error.GetType().Name);
        error.Message.ShouldContain(field);
        error.Message.Length.ShouldBeLessThan(300);
        Cafe.DynamoDbWire.Operations.Count(operation => operation is not ("GetItem" or "Query")).ShouldBe(writes);
        Cafe.AwsWire.Operations.ShouldBeEmpty();
        Cafe.KakaoPayWire.Operations.ShouldBeEmpty();
    }

    /// <summary>What every function finds all that it needs in, with one field changed.</summary>
    private static JsonObject Input(OrderId orderId, string path, string value)
    {
        var input = new JsonObject
        {
            ["orderId"] = (string?)orderId,
            ["quote"] = JsonNode.Parse(Quote),
            ["payment"] = JsonNode.Parse(Payment),
            ["approval"] = new JsonObject { ["aid"] = "A1", ["amountWon"] = 4_500 },
            ["error"] = new JsonObject { ["error"] = "States.Timeout" },
            ["approveSent"] = false,
            ["retryCount"] = 0,
            ["taskToken"] = "TASK-TOKEN-SECRET",
            ["failedStep"] = "CommitOrder",
            ["ending"] = "EXPIRED",
            ["move"] = "start",
            ["as"] = "captured",
            ["by"] = "kim",
            ["why"] = "test",
        };
        JsonNode node = input;
        foreach (var name in path.Split('.').SkipLast(1))
            node = node[name]!;
        node[path.Split('.')[^1]] = value;
        return input;
    }
}
