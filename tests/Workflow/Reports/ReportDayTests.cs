using KakaoWorkflow.Reports;

namespace KakaoWorkflow.Tests.Workflow.Reports;

public sealed class ReportDayTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Day_WithSalesRefundsAndCancels_HasNoDifference()
    {
        var day = BookDay.Of(Cafe.Time.GetUtcNow());
        await Stories.PaidAsync();
        var mixed = await Stories.PaidAsync(points: 1_000, lines: TestMenu.Cheesecake(2));
        await Steps.RefundOrder.RunAsync(new RefundRequest(mixed.OrderId, "kim", "test") { Line = 1, Quantity = 1 }, Token);
        var quit = await Stories.AuthenticatedAsync(points: 500, lines: TestMenu.Cookie(1));
        await Stories.ReleaseAsync(quit, OrderStatus.Cancelled);
        Cafe.Time.Advance(TimeSpan.FromDays(1));
        await Stories.PaidAsync(lines: TestMenu.Americano(1));

        var report = await ReportAsync(day);

        report.Differences.ShouldBeEmpty();
        report.IsClean.ShouldBeTrue();
        (report.Orders, report.PaidOrders).ShouldBe((3, 2));
        var dueWon = 9_000 + 12_334;
        (report.KakaoPayCapturedWon, report.KakaoPayKeptWon).ShouldBe((dueWon, report.OrdersKeptWon));
        report.KakaoPayGivenBackWon.ShouldBe((await OrderAsync(mixed.OrderId)).RefundedWon);
        (report.LedgerSpentPoints, report.LedgerEarnedPoints).ShouldBe((500, 900));
    }

    [Fact]
    public async Task Money_ThatNoOrderExplains_IsADifference()
    {
        var order = await Stories.PaidAsync();
        await Stories.CancelElsewhereAsync(order, 10);

        var report = await ReportAsync(BookDay.Of(Cafe.Time.GetUtcNow()));

        report.IsClean.ShouldBeFalse();
        var difference = report.Differences.ShouldHaveSingleItem();
        (difference.Invariant, difference.Subject).ShouldBe(("money-equals-status", order.OrderId));
        (report.OrdersKeptWon - report.KakaoPayKeptWon).ShouldBe(10);
    }

    [Fact]
    public async Task FullRefund_OnALaterDay_LeavesTheOrderInItsDayAndIsInTheReportOfItsOwn()
    {
        var day = BookDay.Of(Cafe.Time.GetUtcNow());
        var order = await Stories.PaidAsync(points: 500);
        var earning = await Stories.PaidAsync();
        Cafe.Time.Advance(TimeSpan.FromDays(2));
        await Steps.RefundOrder.RunAsync(new RefundRequest(order.OrderId, "kim", "test"), Token);
        await Steps.RefundOrder.RunAsync(new RefundRequest(earning.OrderId, "kim", "test") { Line = 1, Quantity = 1 }, Token);

        var report = await ReportAsync(day);
        (report.Orders, report.PaidOrders, report.OrdersKeptWon, report.KakaoPayKeptWon, report.IsClean).ShouldBe((2, 2, 4_500, 4_500, true));
        report.Refunds.ShouldBe(new RefundsOfDay(0, 0, 0, 0));

        var ofRefunds = await ReportAsync(BookDay.Of(Cafe.Time.GetUtcNow()));
        (ofRefunds.Orders, ofRefunds.KakaoPayCapturedWon, ofRefunds.IsClean).ShouldBe((0, 0, true));
        ofRefunds.Refunds.ShouldBe(new RefundsOfDay(2, 8_500 + 4_500, 500, 450));
    }

    /// <summary>The refund's own day compares its order three ways, too.</summary>
    [Fact]
    public async Task Refund_OnALaterDay_WithMoneyThatNoRefundExplains_IsADifferenceOfItsDay()
    {
        var order = await Stories.PaidAsync();
        Cafe.Time.Advance(TimeSpan.FromDays(2));
        await Steps.RefundOrder.RunAsync(new RefundRequest(order.OrderId, "kim", "test") { Line = 1, Quantity = 1 }, Token);
        await Stories.CancelElsewhereAsync(order, 10);

        var report = await ReportAsync(BookDay.Of(Cafe.Time.GetUtcNow()));
        report.Differences.ShouldHaveSingleItem().Invariant.ShouldBe("money-equals-status");
    }

    [Fact]
    public async Task Refund_WhoseMoneyKakaoPayStillHas_IsADifferenceOfEachDayUntilItIsThrough()
    {
        var today = BookDay.Of(Cafe.Time.GetUtcNow());
        var order = await Stories.PaidAsync();
        Cafe.Time.Advance(TimeSpan.FromDays(1));
        await Steps.RequestRefund.RunAsync(new RefundRequest(order.OrderId, "kim", "test"), Token);
        Cafe.Time.Advance(TimeSpan.FromDays(1));

        (await ReportAsync(today)).IsClean.ShouldBeTrue("the refund was asked for later");
        foreach (var day in (BookDay[])[new(today.Date.AddDays(1)), new(today.Date.AddDays(2))])
        {
            var difference = (await ReportAsync(day)).Differences.ShouldHaveSingleItem();
            (difference.Invariant, difference.Subject).ShouldBe(("refund-gives-money-back", order.OrderId));
            difference.Detail.ShouldContain("9000 won");
        }
        await Steps.CarryOnRefund.RunAsync(order.OrderId, Token);
        (await ReportAsync(new(today.Date.AddDays(2)))).IsClean.ShouldBeTrue();
    }

    [Fact]
    public async Task Order_OfWhichKakaoPaySaysNothing_IsADifferenceAndTheOthersAreLookedAt()
    {
        await Stories.PaidAsync();
        await Stories.PaidAsync();
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);

        var report = await ReportAsync(BookDay.Of(Cafe.Time.GetUtcNow()));
        report.Differences.ShouldHaveSingleItem().Invariant.ShouldBe("payment-is-known");
        (report.Orders, report.IsComplete, report.IsClean).ShouldBe((1, true, false));
    }

    [Fact]
    public async Task Report_WhoseTimeIsOver_IsIncompleteAndSaysNothingFalse()
    {
        await Stories.PaidAsync();
        var now = Cafe.Time.GetUtcNow();

        var late = await Steps.Report.RunAsync(BookDay.Of(now), now, Token);
        (late.Orders, late.Differences.Count, late.IsComplete, late.IsClean).ShouldBe((0, 0, false, false));
        (await Steps.Report.RunAsync(BookDay.Of(now), now.AddTicks(1), Token)).IsClean.ShouldBeTrue();
    }

    [Fact]
    public async Task Orders_OfManyMembers_AreLookedAtSideBySide()
    {
        for (var member = 0; member < ReportDay.MaxConcurrency + 2; member++)
            await Stories.PaidAsync(lines: TestMenu.Americano(1));
        var report = await ReportAsync(BookDay.Of(Cafe.Time.GetUtcNow()));
        (report.Orders, report.IsClean, report.KakaoPayKeptWon).ShouldBe((10, true, 45_000));
    }

    [Fact]
    public async Task WatchedReport_ThatIsUnclean_IsAMatterUntilItIsMadeAgainAndClean()
    {
        var day = BookDay.Of(Cafe.Time.GetUtcNow());
        var order = await Stories.PaidAsync();
        await Steps.RequestRefund.RunAsync(new RefundRequest(order.OrderId, "kim", "test"), Token);
        var watched = new WatchedReport(Steps.Report, Attention);

        (await watched.RunAsync(day, DateTimeOffset.MaxValue, Token)).IsClean.ShouldBeFalse();
        var matter = (await MattersAsync()).ShouldHaveSingleItem();
        (matter.Kind, matter.Subject, matter.OrderId).ShouldBe((AttentionKind.ReportUnclean, day.ToString(), null));
        matter.Detail.ShouldStartWith("1 differences; the first: refund-gives-money-back: " + order.OrderId);

        await Steps.CarryOnRefund.RunAsync(order.OrderId, Token);
        await watched.RunAsync(day, Cafe.Time.GetUtcNow(), Token);
        (await MattersAsync()).ShouldHaveSingleItem().Detail.ShouldBe("0 differences, not everything was looked at");
        await watched.RunAsync(day, DateTimeOffset.MaxValue, Token);
        (await MatterSubjectsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task WatchedReport_ThatFails_IsAMatter()
    {
        var day = BookDay.Of(Cafe.Time.GetUtcNow());
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(
            () => new WatchedReport(Steps.Report, Attention).RunAsync(day, DateTimeOffset.MaxValue, stopped.Token));
        (await MatterSubjectsAsync()).ShouldBe([$"{AttentionKind.ReportUnclean} {day}"]);
    }
}
