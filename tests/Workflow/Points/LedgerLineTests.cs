namespace KakaoWorkflow.Tests.Workflow.Points;

public sealed class LedgerLineTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    private static readonly LedgerLine Grant = Line(LedgerKind.Grant);

    /// <summary>The debt that a grant pays is explained by the grant of the same name and member; any other by an order.</summary>
    [Theory]
    [InlineData(LedgerKind.DebtPayment, LedgerKind.Grant, "welcome", "member", true)]
    [InlineData(LedgerKind.DebtPayment, LedgerKind.Earn, "welcome", "member", false)]
    [InlineData(LedgerKind.DebtPayment, LedgerKind.Grant, "birthday", "member", false)]
    [InlineData(LedgerKind.DebtPayment, LedgerKind.Grant, "welcome", "another", false)]
    [InlineData(LedgerKind.Hold, LedgerKind.Grant, "welcome", "member", false)]
    public void IsOfGrant_OfADebtPayment_WhereItsGrantIsThere(string kind, string otherKind, string cause, string member, bool isOfGrant) =>
        Line(kind).IsOfGrant([Line(otherKind) with { OrderId = cause, MemberId = member }]).ShouldBe(isOfGrant);

    [Fact]
    public void IsOfGrant_OfAGrant_Always() => Grant.IsOfGrant([]).ShouldBeTrue();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(-1, true)]
    public void ToWrite_HasADebtWhereOneChanges(long debtDelta, bool isThere) =>
        (Grant with { DebtDelta = debtDelta }).ToWrite("table").Put.Item.ContainsKey("debtDelta").ShouldBe(isThere);

    private static LedgerLine Line(string kind) => new("member", At, "welcome", kind, 0, 0);
}
