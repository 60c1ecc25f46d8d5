using KakaoWorkflow.Attention;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

/// <summary>Refunds that KakaoPay refuses, or says nothing of, again and again.</summary>
public sealed class StuckRefundTests(TableServer server) : IClassFixture<TableServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancel_RefusedForEver_WaitsForAPersonWithinMinutes_AndIsTriedLessOften()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await RefusedAsync(cafe, KakaoPayErrorCode.CancelFailed);

        (await cafe.Refund.RunAsync(All(order), Token)).ShouldBe(RefundOutcome.UnderWay);
        for (var refusals = 1; refusals < DoubtTerms.MaxQuickRefusals; refusals++)
        {
            (await cafe.AttentionAsync()).ShouldBeEmpty();
            await ReconcileAsync(cafe, TimeSpan.FromMinutes(1));
        }
        (await cafe.AttentionAsync()).ShouldBe([AttentionKind.RefundStuck]);
        var refund = await RefundAsync(cafe, order);
        (refund.Refusals, refund.StuckSince).ShouldBe((DoubtTerms.MaxQuickRefusals, cafe.Time.GetUtcNow()));

        await ReconcileAsync(cafe, DoubtTerms.AskingInterval - TimeSpan.FromSeconds(1));
        (await RefundAsync(cafe, order)).Refusals.ShouldBe(DoubtTerms.MaxQuickRefusals);
        await ReconcileAsync(cafe, TimeSpan.FromSeconds(1));
        (await RefundAsync(cafe, order)).Refusals.ShouldBe(DoubtTerms.MaxQuickRefusals + 1);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Cancel_TakenAtLast_ClosesTheMatter()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await RefusedAsync(cafe, KakaoPayErrorCode.CancelFailed);
        await StuckAsync(cafe, order);
        await cafe.Host.Simulator.Faults.ClearAsync();

        await ReconcileAsync(cafe, DoubtTerms.AskingInterval);

        (await cafe.AttentionAsync()).ShouldBeEmpty();
        (await cafe.Orders.GetAsync(order.OrderId, Token)).Status.ShouldBe(OrderStatus.Refunded);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Cancel_RefusedThoughTheMoneyIsBack_IsSettledSinceTheInquirySaysSo()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        await cafe.Host.Simulator.Faults.AddAsync(new Fault
        {
            Operation = FaultOperation.Cancel,
            Kind = FaultKind.DuplicateInProgress,
            Captured = true,
        });
        (await cafe.Refund.RunAsync(All(order), Token)).ShouldBe(RefundOutcome.Settled);
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(0);
        await cafe.CheckAsync();
    }

    /// <summary>A person needs a quiet while in which to settle it: each cancel that is sent takes two minutes of it.</summary>
    [Fact]
    public async Task Cancel_UnansweredForLong_IsSentLessOften()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        await cafe.Host.Simulator.Faults.AddAsync(
            new Fault { Operation = FaultOperation.Cancel, Kind = FaultKind.ServerErrorBeforeCapture, Always = true });
        await cafe.Refund.RunAsync(All(order), Token);
        await ReconcileAsync(cafe, DoubtTerms.Patience + TimeSpan.FromSeconds(1));
        var sentAt = cafe.Time.GetUtcNow();
        (await cafe.AttentionAsync()).ShouldBe([AttentionKind.RefundStuck]);

        await ReconcileAsync(cafe, DoubtTerms.AskingInterval - TimeSpan.FromSeconds(1));
        (await RefundAsync(cafe, order)).CancelSentAt.ShouldBe(sentAt);
        await ReconcileAsync(cafe, TimeSpan.FromSeconds(1));
        (await RefundAsync(cafe, order)).CancelSentAt.ShouldBe(cafe.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(30 * 60, false)]
    [InlineData((30 * 60) + 1, true)]
    public async Task KakaoPay_SaysNothing_WaitsForAPersonAfterAWhile(int seconds, bool isLoud)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        await cafe.Host.Simulator.Faults.AddAsync(
            new Fault { Operation = FaultOperation.Order, Kind = FaultKind.ServerErrorBeforeCapture, Always = true });
        (await cafe.Refund.RunAsync(All(order), Token)).ShouldBe(RefundOutcome.UnderWay);

        await ReconcileAsync(cafe, TimeSpan.FromSeconds(seconds));

        (await cafe.AttentionAsync()).Count.ShouldBe(isLoud ? 1 : 0);
    }

    internal static async Task<Order> RefusedAsync(RecoveryCafe cafe, int errorCode)
    {
        var order = await cafe.PaidAsync(await cafe.MemberAsync(points: 1_000), 1_000, TestMenu.Americano(2));
        await cafe.Host.Simulator.Faults.AddAsync(
            new Fault { Operation = FaultOperation.Cancel, Kind = FaultKind.Refuse, ErrorCode = errorCode, Always = true });
        return order;
    }

    /// <summary>The refund waits for a person, and no cancel is on its way any more.</summary>
    internal static async Task StuckAsync(RecoveryCafe cafe, Order order, RefundRequest? request = null)
    {
        for (var refusals = 0; refusals < DoubtTerms.MaxQuickRefusals; refusals++)
            (await cafe.Refund.RunAsync(request ?? All(order), Token)).ShouldBe(RefundOutcome.UnderWay);
        (await cafe.AttentionAsync()).ShouldBe([AttentionKind.RefundStuck]);
        cafe.Time.Advance(PaymentTerms.Grace + TimeSpan.FromSeconds(1));
    }

    internal static RefundRequest All(Order order) => new(order.OrderId, "kim", "the milk was sour");

    private static async Task ReconcileAsync(RecoveryCafe cafe, TimeSpan later)
    {
        cafe.Time.Advance(later);
        await cafe.Reconcile(new ReconcileRules { RefundPatience = TimeSpan.Zero }).RunAsync(null, Token);
    }

    private static async Task<Refund> RefundAsync(RecoveryCafe cafe, Order order) =>
        Refund.Read((await cafe.Table.GetAsync(ItemKey.Refund(order.OrderId, 1), Token))!);
}
