using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Local.Commands;

/// <summary>A refund that KakaoPay refuses for good, as an operator sees and ends it.</summary>
public sealed class SettleCommandTests(CommandCafe cafe) : IClassFixture<CommandCafe>
{
    [Fact]
    public async Task RefundThatKakaoPayNeverTakes_IsSettledByHand_Once()
    {
        var order = await StuckRefundAsync();
        var settled = await SettleAsync(order, "refunded");
        (settled.Code, settled.Out).ShouldSatisfyAllConditions(
            result => result.Code.ShouldBe(0), result => result.Out.ShouldContain("\"Settled\""), result => result.Out.ShouldContain(OrderStatus.Refunded));
        (await SettleAsync(order, "refunded")).Out.ShouldContain("NothingToSettle");

        (await cafe.RunAsync("attention")).Out.ShouldNotContain(order);
        var shown = (await cafe.RunAsync("order", order)).Out;
        shown.ShouldContain("settledRefund 1  by lee: bank transfer 3341");
        shown.ShouldContain("refunded  10000 won");
    }

    [Theory]
    [InlineData("captured")]
    [InlineData("not-captured")]
    public async Task RefundUnderWay_SettledAsSomethingElse_IsRefusedAndGoesOn(string settledAs)
    {
        var order = await StuckRefundAsync();
        (await SettleAsync(order, settledAs)).Code.ShouldBe(1);
        (await cafe.RunAsync("order", order)).Out.ShouldContain("REQUESTED");
    }

    [Fact]
    public async Task Settle_Malformed_IsRefusedByTheFieldsName()
    {
        (await cafe.RunAsync("settle", "1123-NOWHERE1", "--as", "maybe", "--by", "lee", "--why", "x")).ShouldRefuse("maybe");
        (await cafe.RunAsync("settle", "1123-NOWHERE1", "--as", "refunded", "--why", "x")).ShouldRefuse("--by");
        (await cafe.RunAsync("settle", "1123-NOWHERE1", "--as", "refunded", "--by", "lee")).ShouldRefuse("--why");
        (await SettleAsync("1123-NOWHERE1", "refunded")).ShouldRefuse("1123-NOWHERE1");
    }

    private Task<CommandResult> SettleAsync(string order, string settledAs) =>
        cafe.RunAsync("settle", order, "--as", settledAs, "--by", "lee", "--why", "bank transfer 3341");

    private async Task<OrderId> StuckRefundAsync()
    {
        var order = (await cafe.PaidAsync()).OrderId!;
        await cafe.Cafe.AddFaultAsync(new JsonObject
        {
            ["orderId"] = (string?)order,
            ["operation"] = "Cancel",
            ["kind"] = "Refuse",
            ["errorCode"] = -781,
            ["always"] = true,
        });
        (await cafe.RunAsync("refund", order, "--by", "kim", "--why", "spilled")).Out.ShouldContain("UnderWay");
        (await SettleAsync(order, "refunded")).Errors.ShouldContain("may still do so");
        await cafe.Cafe.Table.UpdateAsync(new Update
        {
            Key = ItemKey.Refund(order, 1).ToAttributes(),
            UpdateExpression = "SET cancelSentAt = :earlier",
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":earlier"] = Attributes.Instant(RealTime.Clock.GetUtcNow().AddMinutes(-3)) },
        });
        return order;
    }
}
