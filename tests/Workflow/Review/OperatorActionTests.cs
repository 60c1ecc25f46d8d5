using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tests.Workflow.Review;

/// <summary>Who did what to an order by hand, when and why: one list on the order's record, whatever was done.</summary>
public sealed class OperatorActionTests(DynoxideServer server) : CafeTest(server)
{
    private RequestRefund Request => new(Cafe.Services.Table, Cafe.Time);

    [Fact]
    public async Task ResumeAndRefunds_AreKeptInTheirOrder()
    {
        var order = await Stories.PaidAsync();
        await Stories.ReviewAsync(order, "AnnounceOrder");
        await Steps.Resume.RunAsync(order.OrderId, "mina", "The queue is back.", Token);
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await RefundAsync(order, "kim", "spilled", quantity: 1);
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await RefundAsync(order, "lee", "closing early", quantity: null);

        var actions = await ActionsAsync(order);
        actions.Select(action => (action.Text("by"), action.Text("why"), action.Instant("at") - TestCafe.Opening)).ShouldBe(
        [
            ("mina", "The queue is back.", TimeSpan.Zero),
            ("kim", "spilled", TimeSpan.FromMinutes(1)),
            ("lee", "closing early", TimeSpan.FromMinutes(2)),
        ]);
        actions[0].Text("resumed").ShouldBe("AnnounceOrder");
        actions.Skip(1).Select(action => action.Number("refund")).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Refund_ThatChangesNothing_LeavesNoName()
    {
        var order = await Stories.PaidAsync();
        await RefundAsync(order, "kim", "spilled", quantity: 1);
        var before = await Cafe.Table.DumpAsync();

        (await Request.RunAsync(new RefundRequest(order.OrderId, "lee", "spilled") { Line = 1, Quantity = 1 }, Token)).ShouldBeNull();
        await Should.ThrowAsync<RefundRefusedException>(
            () => Request.RunAsync(new RefundRequest(order.OrderId, "lee", "spilled") { Line = 1, Quantity = 3 }, Token));
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Refund_ByTheCustomer_IsNoOperatorsAction_ButItsRecordSaysWho()
    {
        var order = await Stories.PaidAsync();
        await Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);

        (await ActionsAsync(order)).ShouldBeEmpty();
        var record = Refund.Read(await Cafe.Table.ItemAsync(ItemKey.Refund(order.OrderId, 1)));
        (record.By, record.RequestedAt).ShouldBe((RefundRequest.Customer, TestCafe.Opening));
        record.Why.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("", "why", "by")]
    [InlineData(RefundRequest.Customer, "why", "By")]
    [InlineData("kim", " ", "why")]
    public async Task Refund_WithoutAName_IsRefused(string by, string why, string parameter) =>
        (await Should.ThrowAsync<ArgumentException>(() => Request.RunAsync(new RefundRequest(OrderId.Parse("1123-0001"), by, why), Token)))
        .ParamName.ShouldBe(parameter);

    private async Task RefundAsync(TestOrder order, string by, string why, int? quantity)
    {
        (await Request.RunAsync(
            new RefundRequest(order.OrderId, by, why) { Line = quantity is null ? null : 1, Quantity = quantity }, Token)).ShouldNotBeNull();
        await Steps.CarryOnRefund.RunAsync(order.OrderId, Token);
    }

    private async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ActionsAsync(TestOrder order) =>
        (await Cafe.Table.ItemAsync(ItemKey.Order(order.OrderId))).TryGetValue("operatorActions", out var actions)
            ? [.. actions.L.Select(action => action.M)]
            : [];
}
