namespace KakaoWorkflow.Tests.Workflow.Reconciling;

/// <summary>The index led the reconciler to an order that has gone on since: the order's record alone decides.</summary>
public sealed class LateIndexTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly ReconcileRules Rules = new();
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Order_ThatEndedBetweenThePageAndTheLook_StaysMarkedUntilKakaoPaysTimeIsOver()
    {
        Cafe.KakaoPayTime = new(TestCafe.Opening);
        var order = await Stories.AuthenticatedAsync(lines: TestMenu.Americano(1));
        Cafe.Time.Advance(Rules.CallbackPatience);
        await Stories.ReleaseAsync(order, OrderStatus.Cancelled);

        await LooksAsync(order, ReconcileFinding.Moving);
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.MoneyUnchecked);

        // An approval that was under way when the order ended takes effect after the look.
        await Stories.CaptureLateAsync(order);
        Cafe.Time.Advance(PaymentTerms.ApprovalWindow + PaymentTerms.Grace - Moment);
        await LooksAsync(order, ReconcileFinding.Moving);
        Cafe.Time.Advance(Moment);
        await LooksAsync(order, ReconcileFinding.LateMoneyRefunded);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(0);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Refund_ThatBeganBetweenThePageAndTheLook_IsLeftToItsOwner()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.RequestRefund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);

        Cafe.Time.Advance(Rules.RefundPatience - Moment);
        await LooksAsync(order, ReconcileFinding.Moving);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(4_500);
        Cafe.Time.Advance(Moment);
        await LooksAsync(order, ReconcileFinding.RefundSettled);
    }

    [Fact]
    public async Task Order_PaidBetweenThePageAndTheLook_IsLeftToItsAnnouncement()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));

        Cafe.Time.Advance(Rules.AnnouncePatience - Moment);
        await LooksAsync(order, ReconcileFinding.Moving);
        (await OrderAsync(order.OrderId)).Preparation.ShouldBeNull();
        Cafe.Time.Advance(Moment);
        await LooksAsync(order, ReconcileFinding.PutOnBoard);
    }

    [Fact]
    public async Task Order_ReservedBetweenThePageAndTheLook_IsLeftToItsExecution()
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());

        Cafe.Time.Advance(Rules.PreparationPatience - Moment);
        await LooksAsync(order, ReconcileFinding.Moving);
        Cafe.Time.Advance(Moment);
        await LooksAsync(order, ReconcileFinding.Released);
    }

    [Fact]
    public async Task Order_ThatIsDone_IsLeftAlone()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.Board.AddAsync(order.OrderId, Token);
        var before = await OrderAsync(order.OrderId);

        Cafe.Time.Advance(TimeSpan.FromHours(1));
        await LooksAsync(order, ReconcileFinding.Moving);
        var after = await OrderAsync(order.OrderId);
        (after.OpenStatus, after.StatusSince, after.Preparation).ShouldBe((null, before.StatusSince, Preparation.ToMake));
    }

    private async Task LooksAsync(TestOrder order, ReconcileFinding finding) =>
        (await Steps.Repair(Rules).RunAsync(order.OrderId, Token)).Finding.ShouldBe(finding);
}
