using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Workflow.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Reports;

public sealed class ReportDayTests(TableServer server) : IClassFixture<TableServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Day_WithSalesRefundsAndCancels_HasNoDifference()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var day = BookDay.Of(cafe.Time.GetUtcNow());
        await cafe.PaidAsync(await cafe.MemberAsync("a"), 0, TestMenu.Americano(2));
        var mixed = await cafe.PaidAsync(await cafe.MemberAsync("b", 1_000), 1_000, TestMenu.Cake(2));
        await cafe.Refund.RunAsync(new RefundRequest(mixed.OrderId, "kim", "test") { Line = 1, Quantity = 1 }, Token);
        var (quit, _, _) = await cafe.AgreedAsync(await cafe.MemberAsync("c", 500), 500, TestMenu.Cookie(1));
        await cafe.ReleaseAsync(quit, OrderStatus.Cancelled);
        cafe.Time.Advance(TimeSpan.FromDays(1));
        await cafe.PaidAsync(await cafe.MemberAsync("d"), 0, TestMenu.Americano(1));

        var report = await cafe.Report.RunAsync(day, Token);

        report.Differences.ShouldBeEmpty();
        report.IsClean.ShouldBeTrue();
        (report.Orders, report.PaidOrders).ShouldBe((3, 2));
        var dueWon = 9_000 + 12_334;
        (report.KakaoPayCapturedWon, report.KakaoPayKeptWon).ShouldBe((dueWon, report.OrdersKeptWon));
        report.KakaoPayGivenBackWon.ShouldBe((await cafe.Orders.GetAsync(mixed.OrderId, Token)).RefundedWon);
        (report.LedgerSpentPoints, report.LedgerEarnedPoints).ShouldBe((500, 900));
    }

    [Fact]
    public async Task Money_ThatNoOrderExplains_IsADifference()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        await cafe.KakaoPay.CancelAsync(new() { Tid = order.Tid!, CancelWon = 10, CancelTaxFreeWon = 0 }, Token);

        var report = await cafe.Report.RunAsync(BookDay.Of(cafe.Time.GetUtcNow()), Token);

        report.IsClean.ShouldBeFalse();
        var difference = report.Differences.ShouldHaveSingleItem();
        (difference.Invariant, difference.Subject).ShouldBe(("money-equals-status", order.OrderId));
        (report.OrdersKeptWon - report.KakaoPayKeptWon).ShouldBe(10);
    }

    [Fact]
    public async Task FullRefund_OnALaterDay_LeavesTheOrderInItsDay()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var day = BookDay.Of(cafe.Time.GetUtcNow());
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        cafe.Time.Advance(TimeSpan.FromDays(2));
        await cafe.Refund.RunAsync(new RefundRequest(order.OrderId, "kim", "test"), Token);

        var report = await cafe.Report.RunAsync(day, Token);

        (report.Orders, report.PaidOrders, report.OrdersKeptWon, report.KakaoPayKeptWon, report.IsClean).ShouldBe((1, 1, 0, 0, true));
        (await cafe.Report.RunAsync(BookDay.Of(cafe.Time.GetUtcNow()), Token)).Orders.ShouldBe(0);
    }
}
