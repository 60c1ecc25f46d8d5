using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Tests.Workflow.Review;

public sealed class ResumeOrderTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_OrderInReview_ResumesItAndWritesDownWhoAskedForIt()
    {
        var order = await Stories.ReservedAsync(points: 1_000);
        await Stories.ReviewAsync(order, "CommitOrder");

        (await StepOfAsync(Steps.Resume.RunAsync(order.OrderId, "mina", "KakaoPay is back.", Token))).ShouldBe("CommitOrder");

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
    public async Task Run_Again_SaysWhoHasResumedItAndChangesNothing()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        await Steps.Resume.RunAsync(order.OrderId, "mina", "once", Token);
        await UnchangedAsync(async () => (await Steps.Resume.RunAsync(order.OrderId, "juno", "twice", Token)).ShouldBe(
            new ResumeResult(ResumeOutcome.ResumedBefore, new StepResume("CommitOrder", "mina", TestCafe.Opening))));
        Cafe.StepFunctions.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_AnswerLost_IsWrittenDownOnceAndResumes()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        Cafe.DynamoDbWire.LoseAnswer("UpdateItem");

        (await StepOfAsync(Steps.Resume.RunAsync(order.OrderId, "mina", "once", Token))).ShouldBe("CommitOrder");

        (await ActionsAsync(order.OrderId)).ShouldHaveSingleItem().Text("why").ShouldBe("once");
        Cafe.StepFunctions.Calls.Count.ShouldBe(1);
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBeNull();
    }

    [Fact]
    public async Task Run_FailsAgainAndIsResumedAgain_KeepsEveryAction()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        await Steps.Resume.RunAsync(order.OrderId, "mina", "first", Token);
        await Stories.ReviewAsync(order);
        (await StepOfAsync(Steps.Resume.RunAsync(order.OrderId, "juno", "second", Token))).ShouldBe("CommitOrder");
        (await ActionsAsync(order.OrderId)).Select(action => action.Text("why")).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Run_EndedOrder_ResumesItAndLeavesItsMark()
    {
        var order = await Stories.PaidAsync();
        await Stories.ReviewAsync(order, "AnnounceOrder");

        (await StepOfAsync(Steps.Resume.RunAsync(order.OrderId, "mina", "The queue is back.", Token))).ShouldBe("AnnounceOrder");

        var resumed = await OrderAsync(order.OrderId);
        (resumed.Status, resumed.ReviewToken).ShouldBe((OrderStatus.Paid, null));
        resumed.OpenStatus.ShouldBe(OpenMark.Unannounced, "the board does not show it yet");
        (await MattersAsync()).ShouldBeEmpty();
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

        (await Steps.Resume.RunAsync(order.OrderId, "mina", "late", Token)).Outcome.ShouldBe(ResumeOutcome.TooLate);
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
        (await MattersAsync()).ShouldHaveSingleItem().Subject.ShouldBe(order.OrderId);
        (await OrderAsync(order.OrderId)).ResumeAskedAt.ShouldBe(Cafe.Time.GetUtcNow());

        Cafe.StepFunctions.OnCall = (_, _) => Task.CompletedTask;
        (await StepOfAsync(Steps.Resume.RunAsync(order.OrderId, "mina", "second", Token))).ShouldBe("AnnounceOrder");
    }

    [Fact]
    public async Task Run_StepFailsAgainBeforeTheCommandEnds_KeepsTheNewerToken()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        Cafe.StepFunctions.OnCall = (_, _) => Steps.AwaitOperator.RunAsync(order.OrderId, "CommitOrder", "Again", null, new("newer-token"));

        (await StepOfAsync(Steps.Resume.RunAsync(order.OrderId, "mina", "once", Token))).ShouldBe("CommitOrder");
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBe(new Credential("newer-token"));
    }

    /// <summary>The mark of an earlier version, which had taken the place of the one that the commit left.</summary>
    [Fact]
    public async Task Run_EndedOrderWithTheReviewMarkOfAnEarlierVersion_BringsItsOwnMarkBack()
    {
        var order = await Stories.PaidAsync();
        await Stories.ReviewAsync(order, "AnnounceOrder");
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "openStatus", Attributes.Text(OrderStatus.Review));

        (await StepOfAsync(Steps.Resume.RunAsync(order.OrderId, "mina", "The queue is back.", Token))).ShouldBe("AnnounceOrder");
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.Unannounced);
    }

    [Fact]
    public async Task Run_TwoOperatorsAtOnce_ResumeOnce()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        Cafe.DynamoDbWire.Before("UpdateItem", () => Steps.Resume.RunAsync(order.OrderId, "juno", "faster"));

        (await Steps.Resume.RunAsync(order.OrderId, "mina", "slower", Token)).Outcome.ShouldBe(ResumeOutcome.ResumedBefore);
        Cafe.StepFunctions.Calls.Count.ShouldBe(1);
        (await ActionsAsync(order.OrderId)).ShouldHaveSingleItem().Text("by").ShouldBe("juno");
    }

    [Fact]
    public async Task Run_OrderThatWaitsForNobody_SaysSoAndChangesNothing()
    {
        var order = await Stories.AwaitingAsync();
        await UnchangedAsync(
            async () => (await Steps.Resume.RunAsync(order.OrderId, "mina", "Let it go on.", Token)).ShouldBe(new ResumeResult(ResumeOutcome.NotWaiting, null)));
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_WithoutAnOrder_IsRefused() =>
        (await Should.ThrowAsync<ArgumentException>(() => Steps.Resume.RunAsync(OrderId.Parse(" "), "mina", "reason"))).ParamName.ShouldBe("orderId");

    [Theory]
    [InlineData("", "reason", "by")]
    [InlineData(" ", "reason", "by")]
    [InlineData("mina", "", "why")]
    public async Task Run_NobodyOrNoReason_IsRefused(string name, string reason, string parameter) =>
        (await Should.ThrowAsync<ArgumentException>(() => Steps.Resume.RunAsync(OrderId.Parse("0301-AAAAAAAA"), name, reason))).ParamName.ShouldBe(parameter);

    [Theory]
    [InlineData(ResumeOrder.MaxTextLength, false)]
    [InlineData(ResumeOrder.MaxTextLength + 1, true)]
    public async Task Run_LongReason_HasALimit(int length, bool isRefused)
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        var run = Steps.Resume.RunAsync(order.OrderId, "mina", new string('x', length), Token);
        if (isRefused)
            (await Should.ThrowAsync<ArgumentException>(run)).ParamName.ShouldBe("why");
        else
            (await run).Outcome.ShouldBe(ResumeOutcome.Resumed);
    }

    [Fact]
    public async Task Run_NoOrder_IsAnError() => await Should.ThrowAsync<OrderNotFoundException>(
        () => Steps.Resume.RunAsync(OrderId.Parse("0301-NOWHERE1"), "mina", "reason"));

    private static async Task<string?> StepOfAsync(Task<ResumeResult> resume) =>
        await resume is { Outcome: ResumeOutcome.Resumed, Resume: { } latest } ? latest.Step : null;

    private async Task<IReadOnlyList<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>>> ActionsAsync(OrderId orderId) =>
        [.. (await Cafe.Table.ItemAsync(ItemKey.Order(orderId)))["operatorActions"].L.Select(action => action.M)];
}
