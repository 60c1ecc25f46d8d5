using KakaoWorkflow.Points;
using KakaoWorkflow.Tests.Workflow.Cafes;

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

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Grant_NoPoints_IsRefused(long points)
    {
        var member = await Stories.SignUpAsync();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Steps.Ledger.GrantAsync(member.MemberId, "birthday", points));
    }

    [Fact]
    public async Task Lines_OfAMember_AreInTheOrderOfTimeAndOfThatMemberAlone()
    {
        var member = await Stories.SignUpAsync(points: 5_000);
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));
        var order = await Stories.ReservedAsync(member, points: 1_000);
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));
        await Steps.Release.RunAsync(order.OrderId, "CANCELLED");
        await Stories.SignUpAsync(points: 7);

        var lines = await Steps.Ledger.LinesAsync(member.MemberId);
        lines.Select(line => (line.Kind, line.AvailableDelta, line.HeldDelta)).ShouldBe(
            [(LedgerKind.Grant, 5_000, 0), (LedgerKind.Hold, -1_000, 1_000), (LedgerKind.Release, 1_000, -1_000)]);
        lines.ShouldAllBe(line => line.MemberId == member.MemberId);
    }
}
