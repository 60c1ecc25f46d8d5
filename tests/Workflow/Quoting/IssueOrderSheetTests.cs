using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Tests.Workflow.Quoting;

public sealed class IssueOrderSheetTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_PlainOrder_StoresWhatIsShownAndHoldsNothing()
    {
        var member = await Stories.SignUpAsync(points: 500);
        var issued = await IssueAsync(member, "latte", 3);

        var price = issued.Price.ShouldNotBeNull();
        (price.TotalWon, price.PointsUsed, price.AmountDueWon, price.PointsToEarn).ShouldBe((15_150, 0, 15_150, 1_515));
        var stored = await Cafe.Services.Sheets.FindAsync(issued.Sheet!.OrderId, cancellationToken: TestContext.Current.CancellationToken);
        stored!.Hash.ShouldBe(issued.Sheet.Hash);
        (stored.MemberId, stored.CustomerId).ShouldBe((member.MemberId, member.CustomerId));
        stored.ExpiresAt.ShouldBe(TestCafe.Opening.AddMinutes(10));
        (await PointsAsync(member)).ShouldBe((500, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Theory]
    [InlineData("tea", 1, Rejection.UnknownItem)]
    [InlineData("cake", 1, Rejection.SoldOut)]
    [InlineData("latte", 21, Rejection.BadQuantity)]
    public async Task Run_RefusedByThePrice_StoresNothing(string itemId, int quantity, string code)
    {
        var member = await Stories.SignUpAsync();
        var before = await Cafe.Table.DumpAsync();

        (await IssueAsync(member, itemId, quantity)).ShouldBe(new IssuedOrderSheet(null, null, code));
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(0, null, 4_500)]
    [InlineData(1, null, 4_499)]
    [InlineData(1_000, null, 3_500)]
    [InlineData(1_001, Rejection.InsufficientPoints, 0)]
    [InlineData(long.MaxValue, Rejection.InsufficientPoints, 0)]
    public async Task Run_NumberOfPoints_MustBeAvailable(long points, string? code, long amountDueWon)
    {
        var issued = await IssueAsync(await Stories.SignUpAsync(points: 1_000), "americano", 1, PointsAsked.Of(points));
        issued.RejectionCode.ShouldBe(code);
        (issued.Price?.AmountDueWon ?? 0).ShouldBe(amountDueWon);
    }

    [Theory]
    [InlineData(4_501, Rejection.BadPoints)]
    [InlineData(4_450, Rejection.BelowMinimumPayment)]
    public async Task Run_NumberOfPointsThatTheOrderCannotTake_IsRefused(long points, string code) =>
        (await IssueAsync(await Stories.SignUpAsync(points: 10_000), "americano", 1, PointsAsked.Of(points)))
            .RejectionCode.ShouldBe(code);

    [Theory]
    [InlineData(0, 0, 4_500)]
    [InlineData(4_399, 4_399, 101)]
    [InlineData(4_400, 4_400, 100)]
    [InlineData(4_401, 4_400, 100)]
    [InlineData(4_499, 4_400, 100)]
    [InlineData(4_500, 4_500, 0)]
    [InlineData(9_000, 4_500, 0)]
    public async Task Run_AllPoints_AreAsManyAsTheOrderCanTake(long available, long used, long amountDueWon)
    {
        var issued = await IssueAsync(await Stories.SignUpAsync(available), "americano", 1, PointsAsked.All);
        issued.RejectionCode.ShouldBeNull();
        (issued.Price!.PointsUsed, issued.Price.AmountDueWon).ShouldBe((used, amountDueWon));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Run_NumbersTakenInARow_AreTriedUpToALimit(int taken, bool refused)
    {
        var member = await Stories.SignUpAsync();
        Cafe.DynamoDbWire.RefuseCondition("TransactWriteItems", taken);
        if (refused)
            await Should.ThrowAsync<InvalidOperationException>(() => IssueAsync(member, "latte", 1));
        else
            (await IssueAsync(member, "latte", 1)).Sheet.ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_NumberTaken_TakesTheNext()
    {
        var member = await Stories.SignUpAsync();
        var taken = new OrderIds(Cafe.Time, new SeededRandomSource(5).Fill).Next();
        var first = await IssueAsync(member, "latte", 1, ids: new SeededRandomSource(5).Fill);
        var second = await IssueAsync(member, "americano", 2, ids: new SeededRandomSource(5).Fill);

        first.Sheet!.OrderId.ShouldBe(taken);
        second.Sheet!.OrderId.ShouldNotBe(taken);
        (await Cafe.Services.Sheets.FindAsync(taken, cancellationToken: TestContext.Current.CancellationToken))!.AmountDueWon.ShouldBe(5_050);
    }

    [Fact]
    public async Task Run_EachSheet_IsTheLatestOfItsCustomer()
    {
        var (one, other) = (await Stories.SignUpAsync(), await Stories.SignUpAsync());
        (await Cafe.Services.Sheets.LatestIdAsync(one.CustomerId, Token)).ShouldBeNull();
        await IssueAsync(one, "latte", 1);
        var latest = await IssueAsync(one, "americano", 1);
        await IssueAsync(other, "latte", 1);
        (await Cafe.Services.Sheets.LatestIdAsync(one.CustomerId, Token)).ShouldBe(latest.Sheet!.OrderId);
    }

    private async Task<IssuedOrderSheet> IssueAsync(
        TestMember member, string itemId, int quantity, PointsAsked? points = null, Action<Span<byte>>? ids = null)
    {
        var account = await Cafe.Services.Accounts.FindAsync(member.MemberId);
        var issue = ids is null
            ? Steps.IssueSheet
            : new IssueOrderSheet(Cafe.Services.Sheets, new OrderIds(Cafe.Time, ids), Cafe.Services.Menu, Cafe.Services.Rules, Cafe.Time);
        return await issue.RunAsync(account!, itemId, quantity, points);
    }
}
