using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Review;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Workflow.Cafes;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class SettleRefundTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(3);

    /// <summary>A cancel was sent while the person's word was on its way: the money might go back twice.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task Word_WhileACancelIsSent_IsAConflict(bool wasSentBefore, bool isSentMeanwhile)
    {
        var order = await Stories.PaidAsync();
        await new RequestRefund(Cafe.Services.Table, Cafe.Time).RunAsync(new RefundRequest(order.OrderId, "kim", "spilled"), Token);
        var key = ItemKey.Refund(order.OrderId, 1);
        if (wasSentBefore)
            await Cafe.Table.SetAsync(key, "cancelSentAt", Attributes.Instant(Cafe.Time.GetUtcNow()));
        Cafe.Time.Advance(LongEnough);
        if (isSentMeanwhile)
            Cafe.DynamoDbWire.Before("TransactWriteItems", () => Cafe.Table.SetAsync(key, "cancelSentAt", Attributes.Instant(Cafe.Time.GetUtcNow())));

        var settling = SettleAsync(order);
        if (isSentMeanwhile)
            await Should.ThrowAsync<OrderConflictException>(settling);
        else
            (await settling).ShouldBe(SettleOutcome.Settled);
        var refund = Refund.Read(await Cafe.Table.ItemAsync(key));
        (refund.State, refund.SettledBy, refund.SettledWhy).ShouldBe(
            isSentMeanwhile ? (RefundState.Requested, null, null) : (RefundState.Settled, "lee", "in cash"));
    }

    private async Task<SettleOutcome> SettleAsync(TestOrder order) =>
        await new SettleRefund(Cafe.Services.Table, new CarryOnRefund(Cafe.Services.Table, Cafe.Services.KakaoPay, Cafe.Time), Cafe.Time)
            .RunAsync(await OrderAsync(order.OrderId), new SettleRequest(order.OrderId, SettledAs.Refunded, "lee", "in cash"), Token);
}
