namespace KakaoWorkflow.Tests.Workflow.Orders;

public sealed class OrderSheetsTests(DynoxideServer server) : CafeTest(server)
{
    private OrderSheets Sheets => Cafe.Services.Sheets;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Latest_IsTheOneThatWasShownLast(int secondsLater)
    {
        var first = await SheetAsync();
        var second = first with { OrderId = OrderId.Parse("0301-SECOND00"), ExpiresAt = first.ExpiresAt.AddSeconds(secondsLater) };
        (await Sheets.AddAsync(second, Token)).ShouldBeTrue();
        (await Sheets.LatestIdAsync(first.CustomerId, Token)).ShouldBe(second.OrderId);
    }

    /// <summary>A sheet that was never shown, since its skill call had run out of time, must not be what a typed "pay" means.</summary>
    [Fact]
    public async Task Latest_SheetThatIsStoredLate_IsNotTheLatest()
    {
        var shown = await SheetAsync();
        var late = shown with { OrderId = OrderId.Parse("0301-LATE0000"), ExpiresAt = shown.ExpiresAt.AddSeconds(-1) };
        (await Sheets.AddAsync(late, Token)).ShouldBeFalse();
        (await Sheets.LatestIdAsync(shown.CustomerId, Token)).ShouldBe(shown.OrderId);
        (await Sheets.FindAsync(late.OrderId, Token)).ShouldBeNull();
    }

    private async Task<OrderSheet> SheetAsync() => (await Sheets.FindAsync((await Stories.SheetAsync()).OrderId, Token))!;
}
