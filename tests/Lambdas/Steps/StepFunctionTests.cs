using System.Text.Json;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Tests.Lambdas.Steps;

/// <summary>The steps' JSON, in and out, exactly as statemachine.asl.json selects it.</summary>
public sealed class StepFunctionTests(DynoxideServer server) : FunctionTest(server)
{
    public static TheoryData<string> StepNames =>
    [
        "Quote", "ReservePoints", "PreparePayment", "AwaitApproval", "ApprovePayment", "ResolvePayment", "CommitOrder",
        "ReleasePoints", "RefundPayment", "AwaitOperator",
    ];

    [Fact]
    public async Task Steps_PaidOrder_ReadAndWriteTheDataOfTheExecution()
    {
        var order = await Stories.SheetAsync(points: 1_000);
        var execution = Execution(order);

        await execution.RunAsync("Quote");
        ShouldBe(execution.Data!["quote"], $$"""
            {"memberId":"{{order.Member.MemberId}}","itemName":"아메리카노","quantity":2,"totalWon":9000,"pointsUsed":1000,"amountDueWon":8000}
            """);
        await execution.RunAsync("ReservePoints");
        await execution.RunAsync("PreparePayment");
        execution.Data["payment"]!.AsObject().Select(field => field.Key).ShouldBe(["tid", "redirectPcUrl", "redirectMobileUrl", "readyAt", "cid"]);
        await AuthenticateAsync(order, execution);
        await execution.RunAsync("ApprovePayment");
        execution.Data["approval"]!["amountWon"]!.GetValue<long>().ShouldBe(8_000);
        execution.Data["approval"]!["aid"]!.GetValue<string>().ShouldNotBeEmpty();
        await execution.RunAsync("CommitOrder");
        ShouldBe(execution.Data["settlement"], """{"outcome":"PAID","earnedPoints":0}""");

        LogLines.Count.ShouldBe(6);
        execution.Data.ToJsonString().ShouldNotContain("SECRET");
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Steps_OrderPaidByPointsAlone_CommitWithoutAnApproval()
    {
        var order = await Stories.SheetAsync(points: 9_000);
        var execution = Execution(order);
        await execution.RunAsync("Quote");
        execution.Data!["quote"]!["amountDueWon"]!.GetValue<long>().ShouldBe(0);
        await execution.RunAsync("ReservePoints");
        await execution.RunAsync("CommitOrder");
        ShouldBe(execution.Data["settlement"], """{"outcome":"PAID","earnedPoints":0}""");
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Steps_CaptureThatOnlyAnInquiryTellsOf_CommitsWithoutAnApprovalId()
    {
        var (_, execution) = await AuthenticatedAsync();
        await execution.RunAsync("ApprovePayment");
        Cafe.KakaoPayWire.Edit("order", answer => answer.Remove("payment_action_details"));

        var answer = await execution.RunAsync("ResolvePayment");

        ShouldBe(answer, """{"aid":null,"amountWon":9000}""");
        ShouldBe(execution.Data!["approval"], """{"aid":null,"amountWon":9000}""");
        await execution.RunAsync("CommitOrder");
        ShouldBe(execution.Data["settlement"], """{"outcome":"PAID","earnedPoints":900}""");
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task ApprovePayment_RetriedOrSentBefore_AsksFirst(bool approveSent, int retryCount)
    {
        var (_, execution) = await AuthenticatedAsync();
        (execution.Variables["approveSent"], execution.RetryCount) = (approveSent, retryCount);
        await execution.RunAsync("ApprovePayment");
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready", "order", "approve"]);
    }

    [Fact]
    public async Task Steps_CommitImpossible_RefundAndRelease()
    {
        var (order, execution) = await AuthenticatedAsync(points: 1_000);
        await execution.RunAsync("ApprovePayment");
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        var error = await Should.ThrowAsync<Exception>(() => execution.RunAsync("CommitOrder"));
        execution.Catch(error.GetType().Name, error.Message);

        await execution.RunAsync("RefundPayment");
        ShouldBe(execution.Data!["refund"], """{"refundedWon":8000}""");
        execution.Variables["ending"] = "REFUNDED";
        await execution.RunAsync("ReleasePoints");
        ShouldBe(execution.Data["settlement"], """{"outcome":"REFUNDED"}""");
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"errorType":"HttpRequestException","errorMessage":"It broke.","stackTrace":[]}""")]
    public async Task AwaitOperator_CaughtError_IsShownWithOrWithoutACause(string? cause)
    {
        var order = await Stories.ReservedAsync();
        var execution = Execution(order);
        execution.Catch("HttpRequestException", cause);
        await execution.RunAsync("AwaitOperator");

        var shown = await OrderAsync(order.OrderId);
        (shown.Status, shown.FailedStep, shown.ReviewToken).ShouldBe((OrderStatus.Review, "CommitOrder", new Credential(OrderStories.TaskToken)));
        shown.Failure.ShouldBe(cause is null ? "HttpRequestException" : "HttpRequestException: It broke.");
        LogLines.ShouldHaveSingleItem().ShouldStartWith("Error: ");
    }

    [Theory]
    [InlineData(256, 256)]
    [InlineData(257, 256)]
    [InlineData(1_000_000, 256)]
    public async Task AwaitOperator_LongErrorName_IsLoggedInPart(int length, int logged)
    {
        var execution = Execution(await Stories.ReservedAsync());
        execution.Catch(new string('x', length), null);
        await execution.RunAsync("AwaitOperator");
        LogLines.ShouldHaveSingleItem().Count(character => character == 'x').ShouldBe(logged);
    }

    [Fact]
    public async Task Quote_Refused_FailsWithTheClassThatTheStateMachineCatches()
    {
        var order = await Stories.SheetAsync();
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        await Should.ThrowAsync<OrderRejectedException>(() => Execution(order).RunAsync("Quote"));
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Rejected);
    }

    [Theory]
    [MemberData(nameof(StepNames))]
    public async Task Steps_InputWithoutWhatTheyNeed_IsAnErrorAndNothingIsWritten(string step)
    {
        var before = await Cafe.Table.DumpAsync();
        foreach (var input in new[] { "{}", """{"orderId":null}""", """{"orderId":5}""", "null", "[]", "", "{" })
        {
            var error = await Should.ThrowAsync<Exception>(() => InvokeAsync(step, input), $"{step} takes {input}");
            (error is JsonException or Amazon.Lambda.Serialization.SystemTextJson.JsonSerializerException)
                .ShouldBeTrue($"{step} fails with {error.GetType()} on {input}");
        }
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Steps_FieldsThatNobodyKnows_AreLeftAlone()
    {
        var order = await Stories.SheetAsync();
        (await InvokeAsync("Quote", $$"""{"orderId":"{{order.OrderId}}","addedLater":true}""")).ShouldNotBeNull();
    }

    private ExecutionByHand Execution(TestOrder order) => new(InvokeAsync, order.OrderId);

    private async Task<(TestOrder Order, ExecutionByHand Execution)> AuthenticatedAsync(long points = 0)
    {
        var order = await Stories.SheetAsync(points: points);
        var execution = Execution(order);
        foreach (var step in new[] { "Quote", "ReservePoints", "PreparePayment" })
            await execution.RunAsync(step);
        await AuthenticateAsync(order, execution);
        return (order, execution);
    }

    private async Task AuthenticateAsync(TestOrder order, ExecutionByHand execution)
    {
        await execution.RunAsync("AwaitApproval");
        var payment = execution.Data!["payment"]!.Deserialize<PreparedPayment>(JsonSerializerOptions.Web)!;
        var pgToken = await Stories.PayAsync(order with { Payment = payment });
        await Steps.Park.ApproveAsync(order.OrderId, pgToken, Token);
    }

    private static void ShouldBe(JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue($"It is {actual?.ToJsonString()}, not {expected}");
}
