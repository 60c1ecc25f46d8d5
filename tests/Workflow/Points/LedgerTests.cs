using System.Net;
using KakaoWorkflow.Members;

namespace KakaoWorkflow.Tests.Workflow.Points;

public sealed class LedgerTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Grant_SameNumberTwice_GivesOnce()
    {
        var member = await Stories.SignUpAsync();

        (await Steps.Ledger.GrantAsync(member.MemberId, "birthday", 500)).ShouldBeTrue();
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));
        (await Steps.Ledger.GrantAsync(member.MemberId, "birthday", 500)).ShouldBeFalse();
        (await Steps.Ledger.GrantAsync(member.MemberId, "christmas", 300)).ShouldBeTrue();

        (await PointsAsync(member)).ShouldBe((800, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Grant_NoSuchMember_GivesNothing()
    {
        (await Steps.Ledger.GrantAsync("nobody", "birthday", 500)).ShouldBeFalse();
        (await Steps.Ledger.LinesAsync("nobody")).ShouldBeEmpty();
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Grant_DebtComesMeanwhile_PaysIt()
    {
        var member = await Stories.SignUpAsync();
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => OweAsync(member, 200));

        (await Steps.Ledger.GrantAsync(member.MemberId, "birthday", 500)).ShouldBeTrue();

        (await PointsAsync(member)).ShouldBe((300, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Theory]
    [InlineData(CreditWriter.MaxReadings, true)]
    [InlineData(CreditWriter.MaxReadings + 1, false)]
    public async Task Grant_DebtKeepsChanging_IsGivenUpAfterSoManyReadings(int changes, bool isGiven)
    {
        var member = await Stories.SignUpAsync();
        ChangeBeforeTheNextWrite();

        (await Steps.Ledger.GrantAsync(member.MemberId, "birthday", 500)).ShouldBe(isGiven);

        (await PointsAsync(member)).ShouldBe((0, 0));
        await Cafe.Books.BalanceAsync();

        void ChangeBeforeTheNextWrite() => Cafe.DynamoDbWire.Before("TransactWriteItems", async () =>
        {
            await OweAsync(member, 1_000);
            if (--changes > 0)
                ChangeBeforeTheNextWrite();
        });
    }

    [Theory]
    [InlineData(0, new[] { LedgerKind.Grant }, 1)]
    [InlineData(1, new[] { LedgerKind.Grant, LedgerKind.DebtPayment }, 0)]
    public async Task Grant_OfOnePoint_HasItsLines(long debt, string[] kinds, long available)
    {
        var member = await Stories.SignUpAsync();
        if (debt > 0)
            await OweAsync(member, debt);
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));

        (await Steps.Ledger.GrantAsync(member.MemberId, "birthday", 1)).ShouldBeTrue();

        var lines = await Steps.Ledger.LinesAsync(member.MemberId, Cafe.Time.GetUtcNow());
        lines.Select(line => line.Kind).ShouldBe(kinds, ignoreOrder: true);
        (await PointsAsync(member)).ShouldBe((available, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Grant_NoPoints_IsRefused(long points)
    {
        var member = await Stories.SignUpAsync();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Steps.Ledger.GrantAsync(member.MemberId, "birthday", points));
    }

    [Theory]
    [InlineData(Ledger.MaxPages - 1, false)]
    [InlineData(Ledger.MaxPages, true)]
    public async Task Lines_OnManyPages_AreReadUpToALimit(int pages, bool refused)
    {
        var member = await Stories.SignUpAsync(points: 5_000);
        Cafe.DynamoDbWire.Refuse(
            "Query", """{"Items":[],"Count":0,"LastEvaluatedKey":{"PK":{"S":"MEMBER"},"SK":{"S":"LEDGER"}}}""", pages, HttpStatusCode.OK);

        var reading = Steps.Ledger.LinesAsync(member.MemberId);
        if (refused)
            await Should.ThrowAsync<InvalidOperationException>(reading);
        else
            (await reading).Count.ShouldBeLessThanOrEqualTo(1);
        Cafe.DynamoDbWire.Operations.Count(operation => operation == "Query").ShouldBe(Ledger.MaxPages);
    }

    /// <summary>How much debt is paid depends on the points that are there as well.</summary>
    [Fact]
    public async Task Grant_PointsComeWhileDebtIsPaid_AreReckonedWithToo()
    {
        var member = await Stories.SignUpAsync();
        await OweAsync(member, 500);
        BeforeTheSecondWrite(member, "availablePoints", 100);

        (await Steps.Ledger.GrantAsync(member.MemberId, "birthday", 300)).ShouldBeTrue();
        (await PointsAsync(member)).ShouldBe((0, 0));
        (await DebtAsync(member)).ShouldBe(100);
    }

    [Fact]
    public async Task Line_ThatIsThere_IsNotWrittenAgain()
    {
        var line = new LedgerLine("member", Cafe.Time.GetUtcNow(), "welcome", LedgerKind.Grant, 1, 0);
        (await Cafe.Services.Table.TransactAsync([line.ToWrite(Cafe.Table.Name)], Token)).ShouldBeTrue();
        (await Cafe.Services.Table.TransactAsync([(line with { AvailableDelta = 2 }).ToWrite(Cafe.Table.Name)], Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Lines_OfTheNextPage_BeginWhereTheLastOneEnded_AndAreNeverLate()
    {
        var member = await Stories.SignUpAsync(points: 5_000);
        Cafe.DynamoDbWire.Refuse(
            "Query", """{"Items":[],"Count":0,"LastEvaluatedKey":{"PK":{"S":"MEMBER"},"SK":{"S":"LEDGER#1"}}}""", 1, HttpStatusCode.OK);
        await Steps.Ledger.LinesAsync(member.MemberId);

        var second = Cafe.DynamoDbWire.LastBody("Query");
        second["ExclusiveStartKey"]!["SK"]!["S"]!.GetValue<string>().ShouldBe("LEDGER#1");
        second["ConsistentRead"]!.GetValue<bool>().ShouldBeTrue();
    }

    /// <summary>The first one is refused, since it does not know of debt.</summary>
    private void BeforeTheSecondWrite(TestMember member, string attribute, long value) => Cafe.DynamoDbWire.Before("TransactWriteItems", () =>
    {
        Cafe.DynamoDbWire.Before(
            "TransactWriteItems", () => Cafe.Table.SetAsync(ItemKey.Account(member.MemberId), attribute, Attributes.Number(value)));
        return Task.CompletedTask;
    });

    private async Task<long> DebtAsync(TestMember member) => (await Cafe.Table.ItemAsync(ItemKey.Account(member.MemberId))).OptionalNumber("debtPoints") ?? 0;

    /// <summary>A debt, with a line that explains it.</summary>
    private async Task OweAsync(TestMember member, long points)
    {
        var key = ItemKey.Account(member.MemberId);
        var owed = (await Cafe.Table.ItemAsync(key)).OptionalNumber("debtPoints") ?? 0;
        await Cafe.Table.SetAsync(key, "debtPoints", Attributes.Number(owed + points));
        var line = new LedgerLine(member.MemberId, Cafe.Time.GetUtcNow(), $"debt-{owed}", LedgerKind.Grant, 0, 0) { DebtDelta = points };
        await Cafe.Table.Client.PutItemAsync(Cafe.Table.Name, line.ToWrite(Cafe.Table.Name).Put.Item, Token);
    }

    [Fact]
    public async Task Lines_OfAMember_AreInTheOrderOfTimeAndOfThatMemberAlone()
    {
        var member = await Stories.SignUpAsync(points: 5_000);
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));
        var order = await Stories.ReservedAsync(member, points: 1_000);
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));
        await Steps.Release.RunAsync(order.OrderId, "CANCELLED", cancellationToken: Token);
        await Stories.SignUpAsync(points: 7);

        var lines = await Steps.Ledger.LinesAsync(member.MemberId);
        lines.Select(line => (line.Kind, line.AvailableDelta, line.HeldDelta)).ShouldBe(
            [(LedgerKind.Grant, 5_000, 0), (LedgerKind.Hold, -1_000, 1_000), (LedgerKind.Release, 1_000, -1_000)]);
        lines.ShouldAllBe(line => line.MemberId == member.MemberId);
    }
}
