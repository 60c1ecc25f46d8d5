using KakaoWorkflow.Local.AwsJson;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Review;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Workflow.Cafes;

namespace KakaoWorkflow.Tests.Workflow.Review;

public sealed class ResumeOrderTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_OrderInReview_ResumesItAndWritesDownWhoAskedForIt()
    {
        var order = await Stories.ReservedAsync(points: 1_000);
        await Stories.ReviewAsync(order, "CommitOrder");

        (await Steps.Resume.RunAsync(order.OrderId, "mina", "KakaoPay is back.")).ShouldBe("CommitOrder");

        var (operation, request) = Cafe.StepFunctions.Calls.ShouldHaveSingleItem();
        (operation, request["taskToken"]!.GetValue<string>(), request["output"]!.GetValue<string>())
            .ShouldBe(("SendTaskSuccess", OrderStories.ReviewToken, "{}"));
        var action = (await ActionsAsync(order.OrderId)).ShouldHaveSingleItem();
        (action.Text("by"), action.Text("why"), action.Text("resumed"), action.Instant("at"))
            .ShouldBe(("mina", "KakaoPay is back.", "CommitOrder", TestCafe.Opening));
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBeNull();
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_Again_SaysThatNothingWaitsAndChangesNothing()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        await Steps.Resume.RunAsync(order.OrderId, "mina", "once");
        var before = await Cafe.Table.DumpAsync();

        (await Steps.Resume.RunAsync(order.OrderId, "juno", "twice")).ShouldBeNull();
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
        Cafe.StepFunctions.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_FailsAgainAndIsResumedAgain_KeepsEveryAction()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        await Steps.Resume.RunAsync(order.OrderId, "mina", "first");
        await Stories.ReviewAsync(order);
        (await Steps.Resume.RunAsync(order.OrderId, "juno", "second")).ShouldBe("CommitOrder");
        (await ActionsAsync(order.OrderId)).Select(action => action.Text("why")).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Run_SettledOrder_ResumesItAndTakesItsMarkAway()
    {
        var order = await Stories.PaidAsync();
        await Stories.ReviewAsync(order, "AnnounceOrder");

        (await Steps.Resume.RunAsync(order.OrderId, "mina", "The queue is back.")).ShouldBe("AnnounceOrder");

        var resumed = await OrderAsync(order.OrderId);
        (resumed.Status, resumed.ReviewToken).ShouldBe((OrderStatus.Paid, null));
        resumed.OpenStatus.ShouldBe(OpenMark.Unannounced, "the board does not show it yet");
        (await Cafe.Table.IndexAsync("OpenOrders", "openStatus", OrderStatus.Review)).ShouldBeEmpty();
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Theory]
    [InlineData("TaskTimedOut")]
    [InlineData("TaskDoesNotExist")]
    public async Task Run_ExecutionNoLongerWaits_SaysSo(string code)
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        Cafe.StepFunctions.Refuse(code);

        (await Steps.Resume.RunAsync(order.OrderId, "mina", "late")).ShouldBeNull();
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBeNull();
    }

    [Fact]
    public async Task Run_StepFunctionsOutOfReach_CanBeRepeated()
    {
        var order = await Stories.PaidAsync();
        await Stories.ReviewAsync(order, "AnnounceOrder");
        Cafe.StepFunctions.OnCall = (_, _) => throw new AwsJsonException("AccessDeniedException", "Refused by the test.");
        await Should.ThrowAsync<Amazon.StepFunctions.AmazonStepFunctionsException>(
            () => Steps.Resume.RunAsync(order.OrderId, "mina", "first"));
        (await Cafe.Table.IndexAsync("OpenOrders", "openStatus", OrderStatus.Review)).ShouldBe([order.OrderId]);

        Cafe.StepFunctions.OnCall = (_, _) => Task.CompletedTask;
        (await Steps.Resume.RunAsync(order.OrderId, "mina", "second")).ShouldBe("AnnounceOrder");
    }

    [Fact]
    public async Task Run_StepFailsAgainBeforeTheCommandEnds_KeepsTheNewerToken()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        Cafe.StepFunctions.OnCall = (_, _) => Steps.AwaitOperator.RunAsync(order.OrderId, "CommitOrder", "Again", null, "newer-token");

        (await Steps.Resume.RunAsync(order.OrderId, "mina", "once")).ShouldBe("CommitOrder");
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBe("newer-token");
    }

    [Fact]
    public async Task Run_TwoOperatorsAtOnce_ResumeOnce()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        Cafe.DynamoDbWire.Before("UpdateItem", () => Steps.Resume.RunAsync(order.OrderId, "juno", "faster"));

        (await Steps.Resume.RunAsync(order.OrderId, "mina", "slower")).ShouldBeNull();
        Cafe.StepFunctions.Calls.Count.ShouldBe(1);
        (await ActionsAsync(order.OrderId)).ShouldHaveSingleItem().Text("by").ShouldBe("juno");
    }

    [Fact]
    public async Task Run_OrderThatWaitsForNobody_SaysSoAndChangesNothing()
    {
        var order = await Stories.AwaitingAsync();
        var before = await Cafe.Table.DumpAsync();

        (await Steps.Resume.RunAsync(order.OrderId, "mina", "Let it go on.")).ShouldBeNull();
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "reason", "by")]
    [InlineData(" ", "reason", "by")]
    [InlineData("mina", "", "why")]
    public async Task Run_NobodyOrNoReason_IsRefused(string name, string reason, string parameter) =>
        (await Should.ThrowAsync<ArgumentException>(() => Steps.Resume.RunAsync("0301-AAAAAAAA", name, reason))).ParamName.ShouldBe(parameter);

    [Theory]
    [InlineData(ResumeOrder.MaxTextLength, false)]
    [InlineData(ResumeOrder.MaxTextLength + 1, true)]
    public async Task Run_LongReason_HasALimit(int length, bool isRefused)
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        var run = Steps.Resume.RunAsync(order.OrderId, "mina", new string('x', length));
        if (isRefused)
            (await Should.ThrowAsync<ArgumentException>(run)).ParamName.ShouldBe("why");
        else
            (await run).ShouldBe("CommitOrder");
    }

    [Fact]
    public async Task Run_NoOrder_IsAnError() => await Should.ThrowAsync<OrderNotFoundException>(
        () => Steps.Resume.RunAsync("0301-NOWHERE1", "mina", "reason"));

    private async Task<IReadOnlyList<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>>> ActionsAsync(string orderId) =>
        [.. (await Cafe.Table.ItemAsync(ItemKey.Order(orderId)))["operatorActions"].L.Select(action => action.M)];
}
