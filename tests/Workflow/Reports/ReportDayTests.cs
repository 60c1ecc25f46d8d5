using KakaoWorkflow.Attention;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Reports;
using KakaoWorkflow.Tests.Support.Recovery;

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

        var report = await cafe.ReportAsync(day);

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
        await cafe.CancelElsewhereAsync(order, 10);

        var report = await cafe.ReportAsync(BookDay.Of(cafe.Time.GetUtcNow()));

        report.IsClean.ShouldBeFalse();
        var difference = report.Differences.ShouldHaveSingleItem();
        (difference.Invariant, difference.Subject).ShouldBe(("money-equals-status", order.OrderId));
        (report.OrdersKeptWon - report.KakaoPayKeptWon).ShouldBe(10);
    }

    [Fact]
    public async Task FullRefund_OnALaterDay_LeavesTheOrderInItsDayAndIsInTheReportOfItsOwn()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var day = BookDay.Of(cafe.Time.GetUtcNow());
        var order = await cafe.PaidAsync(await cafe.MemberAsync(points: 500), 500, TestMenu.Americano(2));
        var earning = await cafe.PaidAsync(await cafe.MemberAsync("earner"), 0, TestMenu.Americano(2));
        cafe.Time.Advance(TimeSpan.FromDays(2));
        await cafe.Refund.RunAsync(new RefundRequest(order.OrderId, "kim", "test"), Token);
        await cafe.Refund.RunAsync(new RefundRequest(earning.OrderId, "kim", "test") { Line = 1, Quantity = 1 }, Token);

        var report = await cafe.ReportAsync(day);
        (report.Orders, report.PaidOrders, report.OrdersKeptWon, report.KakaoPayKeptWon, report.IsClean).ShouldBe((2, 2, 4_500, 4_500, true));
        report.Refunds.ShouldBe(new RefundsOfDay(0, 0, 0, 0));

        var ofRefunds = await cafe.ReportAsync(BookDay.Of(cafe.Time.GetUtcNow()));
        (ofRefunds.Orders, ofRefunds.KakaoPayCapturedWon, ofRefunds.IsClean).ShouldBe((0, 0, true));
        ofRefunds.Refunds.ShouldBe(new RefundsOfDay(2, 8_500 + 4_500, 500, 450));
    }

    /// <summary>The refund's own day compares its order three ways, too.</summary>
    [Fact]
    public async Task Refund_OnALaterDay_WithMoneyThatNoRefundExplains_IsADifferenceOfItsDay()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        cafe.Time.Advance(TimeSpan.FromDays(2));
        await cafe.Refund.RunAsync(new RefundRequest(order.OrderId, "kim", "test") { Line = 1, Quantity = 1 }, Token);
        await cafe.CancelElsewhereAsync(order, 10);

        var report = await cafe.ReportAsync(BookDay.Of(cafe.Time.GetUtcNow()));
        report.Differences.ShouldHaveSingleItem().Invariant.ShouldBe("money-equals-status");
    }

    [Fact]
    public async Task Refund_WhoseMoneyKakaoPayStillHas_IsADifferenceOfEachDayUntilItIsThrough()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var today = BookDay.Of(cafe.Time.GetUtcNow());
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        cafe.Time.Advance(TimeSpan.FromDays(1));
        await cafe.Request.RunAsync(new RefundRequest(order.OrderId, "kim", "test"), Token);
        cafe.Time.Advance(TimeSpan.FromDays(1));

        (await cafe.ReportAsync(today)).IsClean.ShouldBeTrue("the refund was asked for later");
        foreach (var day in (BookDay[])[new(today.Date.AddDays(1)), new(today.Date.AddDays(2))])
        {
            var difference = (await cafe.ReportAsync(day)).Differences.ShouldHaveSingleItem();
            (difference.Invariant, difference.Subject).ShouldBe(("refund-gives-money-back", order.OrderId));
            difference.Detail.ShouldContain("9000 won");
        }
        await cafe.CarryOn.RunAsync(order.OrderId, Token);
        (await cafe.ReportAsync(new(today.Date.AddDays(2)))).IsClean.ShouldBeTrue();
    }

    [Fact]
    public async Task Order_OfWhichKakaoPaySaysNothing_IsADifferenceAndTheOthersAreLookedAt()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        await cafe.PaidAsync(await cafe.MemberAsync("a"), 0, TestMenu.Americano(2));
        await cafe.PaidAsync(await cafe.MemberAsync("b"), 0, TestMenu.Americano(2));
        await cafe.Host.Simulator.Faults.AddAsync(new Fault { Operation = FaultOperation.Order, Kind = FaultKind.ServerErrorBeforeCapture });

        var report = await cafe.ReportAsync(BookDay.Of(cafe.Time.GetUtcNow()));
        report.Differences.ShouldHaveSingleItem().Invariant.ShouldBe("payment-is-known");
        (report.Orders, report.IsComplete, report.IsClean).ShouldBe((1, true, false));
    }

    [Fact]
    public async Task Report_WhoseTimeIsOver_IsIncompleteAndSaysNothingFalse()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        var now = cafe.Time.GetUtcNow();

        var late = await cafe.Report.RunAsync(BookDay.Of(now), now, Token);
        (late.Orders, late.Differences.Count, late.IsComplete, late.IsClean).ShouldBe((0, 0, false, false));
        (await cafe.Report.RunAsync(BookDay.Of(now), now.AddTicks(1), Token)).IsClean.ShouldBeTrue();
    }

    [Fact]
    public async Task Orders_OfManyMembers_AreLookedAtSideBySide()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        for (var member = 0; member < ReportDay.MaxConcurrency + 2; member++)
            await cafe.PaidAsync(await cafe.MemberAsync($"m{member}"), 0, TestMenu.Americano(1));
        var report = await cafe.ReportAsync(BookDay.Of(cafe.Time.GetUtcNow()));
        (report.Orders, report.IsClean, report.KakaoPayKeptWon).ShouldBe((10, true, 45_000));
    }

    [Fact]
    public async Task WatchedReport_ThatIsUnclean_IsAMatterUntilItIsMadeAgainAndClean()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var day = BookDay.Of(cafe.Time.GetUtcNow());
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        await cafe.Request.RunAsync(new RefundRequest(order.OrderId, "kim", "test"), Token);
        var watched = new WatchedReport(cafe.Report, cafe.Attention);

        (await watched.RunAsync(day, DateTimeOffset.MaxValue, Token)).IsClean.ShouldBeFalse();
        var matter = (await cafe.Attention.ListAsync(Token)).Records.ShouldHaveSingleItem();
        (matter.Kind, matter.Subject, matter.OrderId).ShouldBe((AttentionKind.ReportUnclean, day.ToString(), null));
        matter.Detail.ShouldStartWith("1 differences; the first: refund-gives-money-back: " + order.OrderId);

        await cafe.CarryOn.RunAsync(order.OrderId, Token);
        await watched.RunAsync(day, cafe.Time.GetUtcNow(), Token);
        (await cafe.Attention.ListAsync(Token)).Records.ShouldHaveSingleItem().Detail.ShouldBe("0 differences, not everything was looked at");
        await watched.RunAsync(day, DateTimeOffset.MaxValue, Token);
        (await cafe.MattersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task WatchedReport_ThatFails_IsAMatter()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var day = BookDay.Of(cafe.Time.GetUtcNow());
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(
            () => new WatchedReport(cafe.Report, cafe.Attention).RunAsync(day, DateTimeOffset.MaxValue, stopped.Token));
        (await cafe.MattersAsync()).ShouldBe([$"{AttentionKind.ReportUnclean} {day}"]);
    }
}
