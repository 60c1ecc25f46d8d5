using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Settlement;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Review;

/// <summary>A review meets another mark of the same order: neither may take the other away.</summary>
public sealed class ReviewDoubleFaultTests(TableServer server) : IClassFixture<TableServer>
{
    private const string ReviewToken = "review-token";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReleaseTookEffectAndItsAnswerWasLost_ThenReviewAndResume_LateMoneyIsStillLookedFor()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, quote, tid) = await cafe.AgreedAsync(await cafe.MemberAsync(points: 500), 500, TestMenu.Americano(1));
        var pgToken = (await cafe.Orders.GetAsync(orderId, Token)).PgToken!;
        await new ReleasePoints(cafe.Table, cafe.Time).RunAsync(orderId, OrderStatus.Expired, cancellationToken: Token);

        await ReviewAsync(cafe, orderId, "ReleasePoints");
        await ResumeAsync(cafe, orderId);
        cafe.Executions.Succeeded(orderId, OrderStatus.Expired);
        (await cafe.Orders.GetAsync(orderId, Token)).OpenStatus.ShouldBe(OpenMark.MoneyUnchecked);

        await cafe.CaptureLateAsync(orderId, quote, tid, pgToken);
        cafe.Time.Advance(TimeSpan.FromHours(1));
        var report = await cafe.Reconcile().RunAsync(null, Token);
        report.Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.LateMoneyRefunded);
        (await cafe.KeptWonAsync(orderId)).ShouldBe(0);
        await IsSettledAsync(cafe, orderId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefundUnderWay_ThenReview_IsSettledAndTheReviewStays(bool isResumedFirst)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        cafe.Executions.Running(order.OrderId);

        await ReviewAsync(cafe, order.OrderId, "AnnounceOrder");
        if (isResumedFirst)
            await ResumeAsync(cafe, order.OrderId);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).OpenStatus.ShouldBe(OpenMark.Refunding);
        cafe.Time.Advance(TimeSpan.FromMinutes(1));
        (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.RefundSettled);
        if (!isResumedFirst)
        {
            (await cafe.MattersAsync()).ShouldBe([$"{AttentionKind.OrderInReview} {order.OrderId}"]);
            await ResumeAsync(cafe, order.OrderId);
        }

        cafe.Executions.Succeeded(order.OrderId, OrderStatus.Refunded);
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(0);
        await IsSettledAsync(cafe, order.OrderId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Review_ThenARefundOfAPart_BothComeToTheirEndAndTheBoardHearsOfTheRest(bool isResumedFirst)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        cafe.Executions.Running(order.OrderId);
        await ReviewAsync(cafe, order.OrderId, "AnnounceOrder");
        await cafe.Request.RunAsync(new RefundRequest(order.OrderId, "kim", "one less") { Line = 1, Quantity = 1 }, Token);

        if (isResumedFirst)
            await ResumeAsync(cafe, order.OrderId);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).OpenStatus.ShouldBe(OpenMark.Refunding);
        await cafe.CarryOn.RunAsync(order.OrderId, Token);
        if (!isResumedFirst)
            await ResumeAsync(cafe, order.OrderId);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).OpenStatus.ShouldBe(OpenMark.Unannounced);

        cafe.Executions.Succeeded(order.OrderId, OrderStatus.Paid);
        cafe.Time.Advance(TimeSpan.FromHours(1));
        (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.PutOnBoard);
        await IsSettledAsync(cafe, order.OrderId);
    }

    /// <summary>A function of a step that was given up ends the order while its execution waits for a person.</summary>
    [Theory]
    [InlineData(OrderStatus.Paid)]
    [InlineData(OrderStatus.Expired)]
    public async Task OrderEndsLateWhileItWaits_CanStillBeResumed(string status)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, quote, tid) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        var aid = status == OrderStatus.Paid ? (await cafe.CaptureAsync(orderId, quote, tid)).Aid : null;
        await ReviewAsync(cafe, orderId, "CommitOrder");
        if (status == OrderStatus.Paid)
            await new CommitOrder(cafe.Table, cafe.Rules, cafe.Time).RunAsync(orderId, aid, Token);
        else
            await new ReleasePoints(cafe.Table, cafe.Time).RunAsync(orderId, status, cancellationToken: Token);

        await cafe.CheckAsync();
        await ResumeAsync(cafe, orderId);
        await cafe.CheckAsync();
    }

    private static Task ReviewAsync(RecoveryCafe cafe, OrderId orderId, string step) =>
        cafe.AwaitOperator.RunAsync(orderId, step, "States.Timeout", null, new(ReviewToken));

    private static async Task ResumeAsync(RecoveryCafe cafe, OrderId orderId)
    {
        (await cafe.Resume.RunAsync(orderId, "mina", "It is over.")).Outcome.ShouldBe(KakaoWorkflow.Review.ResumeOutcome.Resumed);
        cafe.Executions.SentTokens.ShouldBe([ReviewToken]);
    }

    private static async Task IsSettledAsync(RecoveryCafe cafe, OrderId orderId)
    {
        (await cafe.Orders.GetAsync(orderId, Token)).IsSettled.ShouldBeTrue();
        (await cafe.MattersAsync()).ShouldBeEmpty();
        await cafe.CheckAsync();
    }
}
