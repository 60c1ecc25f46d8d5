using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Local.Commands;

/// <summary>The operator's commands while no host runs: each starts one of its own on the data, and stops it.</summary>
public sealed class ClosedCafeTests(CommandCafe cafe) : IClassFixture<CommandCafe>
{
    [Fact]
    public async Task Commands_OnTheDataOfAClosedCafe_DoTheSame()
    {
        await cafe.OpenAgainAsync();
        var (review, paid) = (await cafe.ReviewAsync(), await cafe.PaidAsync());
        await cafe.CloseAsync();

        (await cafe.RunAsync("orders")).Out.ShouldContain(review.OrderId!);
        (await cafe.RunAsync("resume", review.OrderId!, "--by", "kim", "--why", "looked at")).Answer["resumedStep"].ShouldNotBeNull();
        var refund = (await cafe.RunAsync("refund", paid.OrderId!, "--by", "kim", "--why", "closing")).Answer;
        ((string?)refund["outcome"], (string?)refund["status"]).ShouldBe(("Settled", OrderStatus.Refunded));
        (await cafe.RunAsync("refund", "1123-NOWHERE1", "--by", "kim", "--why", "closing")).ShouldRefuse("1123-NOWHERE1");
        (await cafe.RunAsync("ledger", cafe.LastPhone)).Out.ShouldContain("0 available, 0 held, 0 owed");
        (await cafe.RunAsync("reconcile")).Code.ShouldBe(0);
        (await cafe.RunAsync("report", "--day", BookDay.Of(RealTime.Clock.GetUtcNow()).ToString())).Code.ShouldBe(0);
        (await cafe.RunAsync("verify")).Out.ShouldContain("0 violations");

        await cafe.OpenAgainAsync();
        (await cafe.ActionsAsync(review.OrderId)).ShouldHaveSingleItem().Text("by").ShouldBe("kim");
        (await cafe.ActionsAsync(paid.OrderId)).ShouldHaveSingleItem().Text("why").ShouldBe("closing");
    }

    [Fact]
    public async Task Books_ThatDoNotAgree_EndWithOne()
    {
        await cafe.OpenAgainAsync();
        var paid = await cafe.PaidAsync();
        var key = ItemKey.Order(paid.OrderId!);
        await ChangeRefundedAsync(key, 1);
        try
        {
            var verified = await cafe.RunAsync("verify");
            verified.Code.ShouldBe(1);
            verified.Out.ShouldContain($"money-equals-status: {paid.OrderId}: ");
            var report = await cafe.RunAsync("report", "--day", BookDay.Of(RealTime.Clock.GetUtcNow()).ToString());
            (report.Code, report.Errors).ShouldBe((1, ""));
            report.Out.ShouldContain("refunds-explain-order");
        }
        finally
        {
            await ChangeRefundedAsync(key, 0);
        }
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("verify")]
    [InlineData("ledger", "010-1234-5678")]
    public async Task Folder_ThatIsNotThere_IsNotMade(params string[] arguments)
    {
        var folder = Path.Combine(Path.GetTempPath(), Guid.Empty.ToString(), "nothing");
        (await CommandCafe.RunAnywhereAsync([.. arguments, "--data", folder])).ShouldRefuse("There is no café in", folder);
        Directory.Exists(folder).ShouldBeFalse();
    }

    private async Task ChangeRefundedAsync(ItemKey key, long won) => await cafe.Cafe.Table.UpdateAsync(new()
    {
        Key = key.ToAttributes(),
        UpdateExpression = "SET refundedWon = :won",
        ExpressionAttributeValues = new() { [":won"] = Attributes.Number(won) },
    });
}
