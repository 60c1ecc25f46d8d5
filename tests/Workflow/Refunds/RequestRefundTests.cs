using KakaoWorkflow.Board;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class RequestRefundTests(DynoxideServer server) : CafeTest(server)
{
    private RequestRefund Request => new(Cafe.Services.Table, Cafe.Time);

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task Run_OrderThatKeepsChanging_IsTriedUpToALimit(int refusals, bool isConflict)
    {
        var order = await Stories.PaidAsync();
        Cafe.DynamoDbWire.RefuseCondition("TransactWriteItems", refusals);
        if (isConflict)
            await Should.ThrowAsync<OrderConflictException>(() => Request.RunAsync(All(order), Token));
        else
            (await Request.RunAsync(All(order), Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Run_Malformed_IsRefusedBeforeAnythingIsRead()
    {
        await Should.ThrowAsync<ArgumentException>(() => Request.RunAsync(new RefundRequest(OrderId.Parse("1123-NOWHERE1"), "", "why"), Token));
        await Should.ThrowAsync<ArgumentException>(() => Request.RunAsync(new RefundRequest(OrderId.Parse(" "), "kim", "why"), Token));
        await Should.ThrowAsync<ArgumentException>(() => Request.RunAsync(new RefundRequest(OrderId.Parse("1123-NOWHERE1"), RefundRequest.Customer, "why"), Token));
        await Should.ThrowAsync<OrderNotFoundException>(() => Request.RunAsync(RefundRequest.ByCustomer(OrderId.Parse("1123-NOWHERE1")), Token));
    }

    [Fact]
    public async Task Run_ByTheCustomerWhileTheCafeBegins_IsRefused()
    {
        var order = await Stories.OnBoardAsync();
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Stories.MoveAsync(order, BoardMove.Start));
        (await Should.ThrowAsync<RefundRefusedException>(() => Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)))
            .Reason.ShouldBe(RefundRefusal.AlreadyBegun);
        (await OrderAsync(order.OrderId)).RefundCount.ShouldBe(0);
    }

    [Fact]
    public async Task Refund_WhileOneOfAPartIsUnderWay_FollowsIt()
    {
        var order = await Stories.PaidAsync();
        await Request.RunAsync(All(order) with { Line = 1, Quantity = 1 }, Token);
        var refund = Steps.RefundOrder;

        (await refund.RunAsync(All(order), Token)).ShouldBe(RefundOutcome.Settled);

        var refunded = await OrderAsync(order.OrderId);
        (refunded.Status, refunded.RefundCount, refunded.RefundedWon).ShouldBe((OrderStatus.Refunded, 2, 9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
        (await refund.RunAsync(All(order), Token)).ShouldBe(RefundOutcome.NothingLeft);
    }

    [Fact]
    public async Task Preview_SaysWhatWouldMove_AndWritesNothing()
    {
        var (order, earning) = (await Stories.PaidAsync(points: 1_000), await Stories.PaidAsync());
        var before = await Cafe.Table.DumpAsync();
        (await Request.PreviewAsync(All(order) with { Line = 1, Quantity = 1 }, Token)).ShouldBe(new RefundParts(4_000, 500, 0));
        (await Request.PreviewAsync(All(earning), Token)).ShouldBe(new RefundParts(9_000, 0, 900));
        (await Cafe.Table.DumpAsync()).ShouldBe(before);

        await Steps.RefundOrder.RunAsync(All(earning), Token);
        (await Request.PreviewAsync(All(earning), Token)).ShouldBe(new RefundParts(0, 0, 0));
    }

    [Fact]
    public async Task Preview_OfWhatCannotBeRefunded_IsRefused()
    {
        var (open, ended) = (await Stories.ReservedAsync(), await Stories.EndedAsync(OrderStatus.Refunded));
        foreach (var order in (TestOrder[])[open, ended])
            (await Should.ThrowAsync<RefundRefusedException>(() => Request.PreviewAsync(All(order), Token))).Reason.ShouldBe(RefundRefusal.NotPaid);
        await Should.ThrowAsync<ArgumentException>(() => Request.PreviewAsync(All(open) with { By = "" }, Token));
    }

    private static RefundRequest All(TestOrder order) => new(order.OrderId, "kim", "spilled");
}
