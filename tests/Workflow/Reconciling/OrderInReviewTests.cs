namespace KakaoWorkflow.Tests.Workflow.Reconciling;

public sealed class OrderInReviewTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly ReconcileRules Rules = new();

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
        Cafe.StepFunctions.Running(order.OrderId);
        await Attention.CloseAsync(AttentionKind.OrderInReview, order.OrderId, Token);
        if (endsMeanwhile)
            Cafe.DynamoDbWire.Before("TransactWriteItems", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "reviewToken", Attributes.Text("another")));

        await LookAsync(await OrderAsync(order.OrderId));
        (await MattersAsync()).Count.ShouldBe(endsMeanwhile ? 0 : 1);
    }

    /// <summary>The order was not in review when it was read; its matter stays when it is by then.</summary>
    [Fact]
    public async Task Matter_OfAReviewThatBeginsMeanwhile_Stays()
    {
        var order = await Stories.ReservedAsync();
        await Attention.OpenAsync(AttentionKind.OrderInReview, order.OrderId, order.OrderId, "test", Token);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Stories.ReviewAsync(order, "PreparePayment"));
        await Steps.Matters.NoteAsync(
            new ReconciledOrder(order.OrderId, ReconcileFinding.Moving), [AttentionKind.OrderInReview], Token);
        (await MattersAsync()).ShouldHaveSingleItem();
    }

    private Task<Order> LookAsync(Order order) => Steps.InReview(Rules).LookAsync(order, Token);
}
