using System.Text.Json.Nodes;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Calendar;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Local.Commands;

/// <summary>The operator's commands while the café is open.</summary>
public sealed class RunningCafeTests(CommandCafe cafe) : IClassFixture<CommandCafe>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OrderInReview_IsListedAndResumed_AndTheRecordSaysByWhom()
    {
        var scene = await cafe.ReviewAsync();
        var step = (await cafe.Cafe.Orders.GetAsync(scene.OrderId!, Token)).FailedStep!;
        var listed = await cafe.RunAsync("orders");
        listed.Code.ShouldBe(0);
        listed.Out.ShouldContain($"{scene.OrderId}  REVIEW");
        listed.Out.ShouldContain(" +09:00  due ");
        listed.Out.ShouldContain($"    {step}: ");
        listed.Out.ShouldContain("1 orders");
        var attention = await cafe.RunAsync("attention");
        attention.Code.ShouldBe(0);
        attention.Out.ShouldContain($"{AttentionKind.OrderInReview}   {scene.OrderId}  since {KoreanTime.Of(RealTime.Clock.GetUtcNow()):yyyy-MM-dd}");
        attention.Out.ShouldContain($"    {step}: ");
        attention.Out.ShouldContain(AttentionAdvice.WhatToDo(AttentionKind.OrderInReview));

        var before = RealTime.Clock.GetUtcNow();
        var answer = (await cafe.RunAsync("resume", scene.OrderId!, "--by", "kim", "--why", "the money is back")).Answer;
        ((string?)answer["orderId"], (string?)answer["resumedStep"]).ShouldBe((scene.OrderId, step));
        await scene.UntilStatusAsync(OrderStatus.Refunded);

        var again = (await cafe.RunAsync("resume", scene.OrderId!, "--by", "lee", "--why", "again")).Answer;
        ((string?)again["outcome"], (string?)again["by"], (string?)again["resumedStep"]).ShouldBe(("ResumedBefore", "kim", null));
        (await cafe.RunAsync("attention")).Out.ShouldNotContain(scene.OrderId!);
        var action = (await cafe.ActionsAsync(scene.OrderId)).ShouldHaveSingleItem();
        (action.Text("by"), action.Text("why"), action.Text("resumed")).ShouldBe(("kim", "the money is back", step));
        action.Instant("at").ShouldBeInRange(before.AddSeconds(-1), RealTime.Clock.GetUtcNow());
        (await cafe.RunAsync("orders", "--status", "REVIEW")).Out.Trim().ShouldBe("0 orders");
    }

    [Fact]
    public async Task PaidOrder_IsRefundedInPartAndThenWhole_AndTheRecordSaysByWhom()
    {
        var scene = await cafe.PaidAsync();
        string[] part = ["refund", scene.OrderId!, "--line", "1", "--quantity", "1", "--by", "kim", "--why", "spilled"];

        Shown((await cafe.RunAsync([.. part, "--dry-run"])).Answer).ShouldBe(("DryRun", "PAID", 5_000, 500, 5_000));
        (await cafe.Cafe.Orders.GetAsync(scene.OrderId!, Token)).RefundCount.ShouldBe(0);
        Shown((await cafe.RunAsync(part)).Answer).ShouldBe(("Settled", "PAID", 5_000, 500, 5_000));
        Shown((await cafe.RunAsync(part)).Answer).ShouldBe(("NothingLeft", "PAID", 0, 0, 5_000));
        Shown((await cafe.RunAsync([.. part, "--dry-run"])).Answer).ShouldBe(("DryRun", "PAID", 0, 0, 5_000));
        Shown((await cafe.RunAsync("refund", scene.OrderId!, "--by", "lee", "--why", "cold")).Answer)
            .ShouldBe(("Settled", "REFUNDED", 5_000, 500, 10_000));
        Shown((await cafe.RunAsync("refund", scene.OrderId!, "--by", "lee", "--why", "cold", "--dry-run")).Answer)
            .ShouldBe(("DryRun", "REFUNDED", 0, 0, 10_000));

        (await cafe.ActionsAsync(scene.OrderId)).Select(action => (action.Text("by"), action.Text("why"), action.Number("refund")))
            .ShouldBe([("kim", "spilled", 1), ("lee", "cold", 2)]);
    }

    [Theory]
    [InlineData("quantity", "--line", "1", "--quantity", "0")]
    [InlineData("fewer than that quantity", "--line", "1", "--quantity", "3", "--dry-run")]
    [InlineData("quantity needs a line", "--quantity", "1")]
    [InlineData("fewer than that quantity", "--line", "1", "--quantity", "3")]
    [InlineData("no such line", "--line", "2")]
    [InlineData("line", "--line", "0")]
    public async Task Refund_OfWhatIsNotThere_IsRefusedByName(string text, params string[] options)
    {
        var scene = await cafe.PaidAsync();
        (await cafe.RunAsync(["refund", scene.OrderId!, "--by", "kim", "--why", "test", .. options])).ShouldRefuse(text);
        (await cafe.Cafe.Orders.GetAsync(scene.OrderId!, Token)).RefundCount.ShouldBe(0);
        (await cafe.ActionsAsync(scene.OrderId)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1123-NOWHERE1", "refund", "1123-NOWHERE1", "--by", "kim", "--why", "test")]
    [InlineData("1123-NOWHERE1", "resume", "1123-NOWHERE1", "--by", "kim", "--why", "test")]
    [InlineData("by", "refund", "1123-NOWHERE1", "--by", " ", "--why", "test")]
    [InlineData("by", "refund", "1123-NOWHERE1", "--by", "customer", "--why", "test")]
    [InlineData("why", "refund", "1123-NOWHERE1", "--by", "kim", "--why", "")]
    [InlineData("by", "resume", "1123-NOWHERE1", "--by", "", "--why", "test")]
    [InlineData("why", "resume", "1123-NOWHERE1", "--by", "kim", "--why", " ")]
    [InlineData("no such member", "ledger", "nobody")]
    [InlineData("no such member", "ledger", "010-9999-9999")]
    [InlineData("day", "report", "--day", "2026-13-01")]
    [InlineData("day", "report", "--day", "yesterday")]
    public async Task Call_WithSomethingWrong_IsRefusedByName(string text, params string[] arguments) =>
        (await cafe.RunAsync(arguments)).ShouldRefuse(text);

    [Fact]
    public async Task Ledger_ByPhoneOrId_ShowsTheSameWithoutTheNumber()
    {
        var scene = await cafe.PaidAsync();
        var (byPhone, byId) = (await cafe.RunAsync("ledger", cafe.LastPhone), await cafe.RunAsync("ledger", scene.Customer.MemberId));

        byPhone.Out.ShouldBe(byId.Out);
        (byPhone.Code, byId.Code).ShouldBe((0, 0));
        byPhone.Out.ShouldContain("EARN");
        byPhone.Out.ShouldContain(" +09:00  ");
        byPhone.Out.ShouldContain("1000 available, 0 held, 0 owed");
        byPhone.Out.ShouldNotContain(cafe.LastPhone);
    }

    [Fact]
    public async Task Report_OfToday_IsClean()
    {
        await cafe.PaidAsync();
        var day = BookDay.Of(RealTime.Clock.GetUtcNow()).ToString();
        var answer = (await cafe.RunAsync("report", "--day", day)).Answer;
        ((string?)answer["day"], (bool?)answer["isClean"]).ShouldBe((day, true));
        ((int?)answer["paidOrders"]).ShouldNotBe(0);
        ((bool?)(await cafe.RunAsync("report")).Answer["isClean"]).ShouldBe(true);
    }

    [Fact]
    public async Task Reconcile_FindsNothingToRepair() =>
        ((await cafe.RunAsync("reconcile")).Answer["orders"] as JsonArray)!
            .ShouldAllBe(found => (string?)found!["finding"] == "AwaitsOperator" || (string?)found["finding"] == "Moving");

    [Fact]
    public async Task Verify_WhileTheCafeIsOpen_LeavesItOpen()
    {
        await cafe.PaidAsync();
        var verified = await cafe.RunAsync("verify");
        (verified.Code, verified.Errors).ShouldBe((0, ""));
        verified.Out.ShouldContain("0 violations");
        (await cafe.Cafe.Menu.ItemsAsync(TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
    }

    private static (string?, string?, long, long, long) Shown(JsonObject answer) => (
        (string?)answer["outcome"], (string?)answer["status"], (long)answer["thisRefund"]!["refundedWon"]!,
        (long)answer["thisRefund"]!["takenBackPoints"]!, (long)answer["after"]!["refundedWon"]!);
}
