namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class RefundTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Record_IsReadAsItWasWritten_AndWrittenOnce()
    {
        var refund = new Refund
        {
            OrderId = OrderId.Parse("1123-0001"),
            Number = 2,
            State = RefundState.Requested,
            Parts = new RefundParts(4_000, 500, 1),
            EarlierCashWon = 4_000,
            IsLast = true,
            By = "kim",
            Why = "spilled",
            RequestedAt = At,
        };
        (await WriteAsync(refund)).ShouldBeTrue();
        (await ReadAsync()).ShouldBe(refund);
        (await WriteAsync(refund with { By = "lee" })).ShouldBeFalse();
        (await ReadAsync()).By.ShouldBe("kim");
    }

    [Fact]
    public async Task Record_OfARefundByHand_SaysWhoAndWhy()
    {
        var key = ItemKey.Refund("1123-0001", 2);
        await Record_IsReadAsItWasWritten_AndWrittenOnce();
        foreach (var (name, value) in ((string, string)[])[("settledBy", "lee"), ("settledWhy", "bank transfer"), ("cancelSentAt", "2026-11-23T03:00:00.000Z"), ("stuckSince", "2026-11-23T03:00:01.000Z")])
            await Cafe.Table.SetAsync(key, name, Attributes.Text(value));
        var refund = await ReadAsync();
        (refund.SettledBy, refund.SettledWhy, refund.CancelSentAt, refund.StuckSince).ShouldBe(("lee", "bank transfer", At, At.AddSeconds(1)));
    }

    private Task<bool> WriteAsync(Refund refund) => Cafe.Services.Table.TransactAsync([refund.ToWrite(Cafe.Table.Name)], Token);

    private async Task<Refund> ReadAsync() => Refund.Read(await Cafe.Table.ItemAsync(ItemKey.Refund("1123-0001", 2)));
}
