using KakaoWorkflow.Calendar;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Local.Commands;

/// <summary>A barista's day at the command line, and what a look at orders shows.</summary>
public sealed class BoardCommandTests(CommandCafe cafe) : IClassFixture<CommandCafe>
{
    private static string Today => BookDay.Of(RealTime.Clock.GetUtcNow()).ToString();

    /// <summary>The case that had no answer: paid orders to make, with their quantities, and a way to move them.</summary>
    [Fact]
    public async Task PaidOrder_IsOnTheBoard_Moves_AndTheChatFollows()
    {
        var scene = await PaidAsync();
        var order = scene.OrderId!;
        (await cafe.RunAsync("orders", "--status", "PAID")).Out.ShouldContain(order);
        (await SectionAsync("TO_MAKE")).ShouldContain($"{order}  …{cafe.LastPhone[^4..]}  카페라떼 × 2  paid ");

        (await MoveAsync("start", order)).ShouldBe(("Moved", "MAKING"));
        (await MoveAsync("start", order)).ShouldBe(("AlreadyThere", "MAKING"));
        (await SectionAsync("MAKING")).ShouldContain(order);
        (await scene.Customer.StatusAsync(order)).Text.ShouldContain("음료를 만들고 있어요");
        var refused = (await scene.Customer.RefundAsync(order)).Text;
        refused.ShouldContain("취소할 수 없어요");
        refused.ShouldContain("매장에 문의해 주세요");

        (await MoveAsync("made", order)).ShouldBe(("Moved", "MADE"));
        (await SectionAsync("MADE")).ShouldContain(order);
        (await scene.Customer.StatusAsync(order)).Text.ShouldContain("음료가 나왔어요");

        (await MoveAsync("picked-up", order)).ShouldBe(("Moved", "PICKED_UP"));
        (await cafe.RunAsync("board")).Out.ShouldNotContain(order);
        (await MoveAsync("undo", order)).ShouldBe(("Moved", "MADE"));
        (await SectionAsync("MADE")).ShouldContain(order);
        (await cafe.Cafe.Orders.GetAsync(order, TestContext.Current.CancellationToken)).RefundCount.ShouldBe(0);
    }

    [Fact]
    public async Task Move_OutOfTurn_EndsWithOneAndSaysWhere()
    {
        var order = (await PaidAsync()).OrderId!;
        var result = await cafe.RunAsync("picked-up", order, "--by", "kim");
        result.Code.ShouldBe(1);
        result.Out.ShouldContain("OutOfTurn");
        result.Out.ShouldContain("TO_MAKE");
        (await cafe.RunAsync("start", "1123-NOWHERE1", "--by", "kim")).ShouldRefuse("1123-NOWHERE1");
    }

    [Fact]
    public async Task Orders_OfADay_AreThoseOfTheDayAndStatus()
    {
        var (paid, review) = (await PaidAsync(), await cafe.ReviewAsync());
        var all = (await cafe.RunAsync("orders", "--day", Today)).Out;
        all.ShouldContain($"{paid.OrderId}  ");
        all.ShouldContain("PAID TO_MAKE  카페라떼 × 2  due 10000 won, 0 points");
        all.ShouldContain($"{review.OrderId}  ");
        (await cafe.RunAsync("orders", "--day", Today, "--status", "PAID")).Out.ShouldNotContain(review.OrderId!);
        (await cafe.RunAsync("orders", "--day", Today, "--status", "REVIEW")).Out.ShouldContain(review.OrderId!);
        (await cafe.RunAsync("orders", "--day", "2020-01-01")).Out.Trim().ShouldBe("0 orders");
    }

    [Fact]
    public async Task Order_ShowsEverything_InKoreasTime_AndNoSecrets()
    {
        var scene = await PaidAsync();
        var order = scene.OrderId!;
        (await cafe.RunAsync("refund", order, "--line", "1", "--quantity", "1", "--by", "lee", "--why", "spilled")).Code.ShouldBe(0);
        await MoveAsync("start", order);

        var shown = (await cafe.RunAsync("order", order)).Out;
        var record = await cafe.Cafe.Orders.GetAsync(order, TestContext.Current.CancellationToken);
        foreach (var text in new[]
        {
            $"{order}  PAID since ", $"ordered   {KoreanTime.Text(record.CreatedAt)}", "line 1    카페라떼 × 2  5000 won each, 10000 won; 1 refunded",
            "amounts   total 10000 won, points 0, due 10000 won, earned 1000", "refunded  5000 won, 0 points back, 500 taken back",
            "1  SETTLED  5000 won, 0 points back, 500 taken back  by lee: spilled", "EARN", "TAKE_BACK", "MAKING     by kim", "refund 1  by lee: spilled",
            "Quote → ReservePoints", "AnnounceOrder  SUCCEEDED", "waits     for a barista to make it",
        })
        {
            shown.ShouldContain(text);
        }
        shown.ShouldNotContain(cafe.LastPhone);
        (await cafe.RunAsync("order", "1123-NOWHERE1")).ShouldRefuse("1123-NOWHERE1");
    }

    [Fact]
    public async Task Order_InReview_SaysWhatFailedAndWaits()
    {
        var review = await cafe.ReviewAsync();
        var shown = (await cafe.RunAsync("order", review.OrderId!)).Out;
        shown.ShouldContain("failed    ");
        shown.ShouldContain("waits     for a person (resume)");
    }

    /// <summary>A paid order that the board shows.</summary>
    private async Task<KakaoWorkflow.Local.Demo.Scene> PaidAsync()
    {
        var scene = await cafe.PaidAsync();
        await scene.UntilAsync(async () => (await cafe.Cafe.Orders.FindAsync(scene.OrderId!))?.Preparation is not null, "the board");
        return scene;
    }

    private async Task<(string?, string?)> MoveAsync(string move, string order)
    {
        var answer = (await cafe.RunAsync(move, order, "--by", "kim")).Answer;
        return ((string?)answer["outcome"], (string?)answer["preparation"]);
    }

    /// <summary>What the board shows under one step.</summary>
    private async Task<string> SectionAsync(string step)
    {
        var text = (await cafe.RunAsync("board")).Out;
        var start = text.IndexOf(step + "  ", StringComparison.Ordinal);
        var end = Preparation.Steps.Select(next => text.IndexOf($"\n{next}  ", start + 1, StringComparison.Ordinal)).Where(at => at > 0)
            .DefaultIfEmpty(text.Length).Min();
        return text[start..end];
    }
}
