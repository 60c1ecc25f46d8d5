using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Review;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Cafes;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Reconciling;

public sealed class OrderInReviewTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly ReconcileRules Rules = new();

    private readonly ExecutionsStub _executions = new();

    [Fact]
    public async Task Look_NotInReview_ReadsAndWritesNothing()
    {
        var order = await OrderAsync((await Stories.ReservedAsync()).OrderId);
        var calls = Cafe.DynamoDbWire.Operations.Count;
        (await LookAsync(order)).ShouldBeSameAs(order);
        Cafe.DynamoDbWire.Operations.Count.ShouldBe(calls);
    }

    /// <summary>An earlier version marked an ended order as one in review, and lost the mark that was there.</summary>
    [Fact]
    public async Task Look_AtAnEndedOrderThatIsMarkedAsInReview_BringsItsOwnMarkBack()
    {
        var order = await Stories.AuthenticatedAsync();
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Expired, cancellationToken: Token);
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "openStatus", Attributes.Text(OrderStatus.Review));
        (await LookAsync(await OrderAsync(order.OrderId))).OpenStatus.ShouldBe(OpenMark.MoneyUnchecked);
    }

    /// <summary>A matter that was closed too early is opened again, while the review that was read still is.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Look_AtAReviewThatWaits_RenewsItsMatterUnlessItEnds(bool endsMeanwhile)
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order, "PreparePayment");
        _executions.Running(order.OrderId);
        var records = new AttentionRecords(Cafe.Services.Table, Cafe.Time);
        await records.CloseAsync(AttentionKind.OrderInReview, order.OrderId, Token);
        if (endsMeanwhile)
            Cafe.DynamoDbWire.Before("TransactWriteItems", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "reviewToken", Attributes.Text("another")));

        await LookAsync(await OrderAsync(order.OrderId));
        (await records.ListAsync(Token)).Records.Count.ShouldBe(endsMeanwhile ? 0 : 1);
    }

    /// <summary>The order was not in review when it was read; its matter stays when it is by then.</summary>
    [Fact]
    public async Task Matter_OfAReviewThatBeginsMeanwhile_Stays()
    {
        var order = await Stories.ReservedAsync();
        var records = new AttentionRecords(Cafe.Services.Table, Cafe.Time);
        await records.OpenAsync(AttentionKind.OrderInReview, order.OrderId, order.OrderId, "test", Token);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Stories.ReviewAsync(order, "PreparePayment"));
        await new OrderMatters(Cafe.Services.Table, Cafe.Time).NoteAsync(
            new ReconciledOrder(order.OrderId, ReconcileFinding.Moving), [AttentionKind.OrderInReview], Token);
        (await records.ListAsync(Token)).Records.ShouldHaveSingleItem();
    }

    private async Task<Order> LookAsync(Order order)
    {
        using var stepFunctions = _executions.CreateClient();
        var table = Cafe.Services.Table;
        var look = new OrderInReview(
            table, Cafe.Services.Orders, new OrderExecutions(stepFunctions, ExecutionsStub.StateMachineArn),
            new ResumeOrder(table, stepFunctions, Cafe.Time), Rules, Cafe.Time);
        return await look.LookAsync(order, Token);
    }
}
