using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Reconciling;

/// <summary>The index led the reconciler to an order that has gone on since: the order's record alone decides.</summary>
public sealed class LateIndexTests(TableServer server) : IClassFixture<TableServer>
{
    private static readonly ReconcileRules Rules = new();
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_ThatEndedBetweenThePageAndTheLook_StaysMarkedUntilKakaoPaysTimeIsOver()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, quote, tid) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        var agreed = await cafe.Orders.GetAsync(orderId, Token);
        cafe.Time.Advance(Rules.CallbackPatience);
        await cafe.ReleaseAsync(orderId, OrderStatus.Cancelled);

        await LooksAsync(cafe, orderId, ReconcileFinding.Moving);
        (await cafe.Orders.GetAsync(orderId, Token)).OpenStatus.ShouldBe(OpenMark.MoneyUnchecked);

        // An approval that was under way when the order ended takes effect after the look.
        await cafe.CaptureLateAsync(orderId, quote, tid, agreed.PgToken!);
        cafe.Time.Advance(PaymentTerms.ApprovalWindow + PaymentTerms.Grace - Moment);
        await LooksAsync(cafe, orderId, ReconcileFinding.Moving);
        cafe.Time.Advance(Moment);
        await LooksAsync(cafe, orderId, ReconcileFinding.LateMoneyRefunded);
        (await cafe.KeptWonAsync(orderId)).ShouldBe(0);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Refund_ThatBeganBetweenThePageAndTheLook_IsLeftToItsOwner()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);

        cafe.Time.Advance(Rules.RefundPatience - Moment);
        await LooksAsync(cafe, order.OrderId, ReconcileFinding.Moving);
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(4_500);
        cafe.Time.Advance(Moment);
        await LooksAsync(cafe, order.OrderId, ReconcileFinding.RefundSettled);
    }

    [Fact]
    public async Task Order_PaidBetweenThePageAndTheLook_IsLeftToItsAnnouncement()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));

        cafe.Time.Advance(Rules.AnnouncePatience - Moment);
        await LooksAsync(cafe, order.OrderId, ReconcileFinding.Moving);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).Preparation.ShouldBeNull();
        cafe.Time.Advance(Moment);
        await LooksAsync(cafe, order.OrderId, ReconcileFinding.PutOnBoard);
    }

    [Fact]
    public async Task Order_ReservedBetweenThePageAndTheLook_IsLeftToItsExecution()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());

        cafe.Time.Advance(Rules.PreparationPatience - Moment);
        await LooksAsync(cafe, orderId, ReconcileFinding.Moving);
        cafe.Time.Advance(Moment);
        await LooksAsync(cafe, orderId, ReconcileFinding.Released);
    }

    [Fact]
    public async Task Order_ThatIsDone_IsLeftAlone()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Board.AddAsync(order.OrderId, Token);
        var before = await cafe.Orders.GetAsync(order.OrderId, Token);

        cafe.Time.Advance(TimeSpan.FromHours(1));
        await LooksAsync(cafe, order.OrderId, ReconcileFinding.Moving);
        var after = await cafe.Orders.GetAsync(order.OrderId, Token);
        (after.OpenStatus, after.StatusSince, after.Preparation).ShouldBe((null, before.StatusSince, Preparation.ToMake));
    }

    private static async Task LooksAsync(RecoveryCafe cafe, OrderId orderId, ReconcileFinding finding) =>
        (await cafe.Repair(Rules).RunAsync(orderId, Token)).Finding.ShouldBe(finding);
}
