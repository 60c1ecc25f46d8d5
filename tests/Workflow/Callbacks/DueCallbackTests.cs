namespace KakaoWorkflow.Tests.Workflow.Callbacks;

public sealed class DueCallbackTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private static readonly Order Open = new()
    {
        OrderId = OrderId.Parse("0314-AAAAAAAA"),
        Status = OrderStatus.AwaitingPayment,
        CreatedAt = At.AddMinutes(-2),
        StatusSince = At.AddMinutes(-1),
    };

    [Fact]
    public void Order_ToWhichNothingCame_HasNoneDue() => DueCallback.Of(Open).ShouldBeNull();

    [Theory]
    [InlineData(CallbackKind.Cancelled)]
    [InlineData(CallbackKind.Failed)]
    public void Hint_IsDueAlone(string kind)
    {
        var due = DueCallback.Of(Open with { CallbackKind = kind, CallbackAt = At }).ShouldNotBeNull();
        due.ShouldBe(new DueCallback(kind, At));
        due.IsHint.ShouldBeTrue();
    }

    [Fact]
    public void Approval_IsDueByItsToken()
    {
        var approved = Open with { CallbackKind = CallbackKind.Approved, CallbackAt = At, PgToken = new("token") };
        DueCallback.Of(approved).ShouldBe(new DueCallback(CallbackKind.Approved, At));
        DueCallback.Of(approved)!.IsHint.ShouldBeFalse();
        DueCallback.Of(approved with { PgToken = null }).ShouldBeNull("nobody could approve by it");
        DueCallback.Of(approved with { CallbackKind = CallbackKind.Failed }).ShouldBe(new DueCallback(CallbackKind.Approved, At));
        DueCallback.Of(approved with { CallbackAt = null }).ShouldBe(new DueCallback(CallbackKind.Approved, Open.StatusSince));
    }

    [Fact]
    public void Withdrawal_StandsAboveAll()
    {
        var withdrawn = Open with { WithdrawnAt = At.AddSeconds(1), CallbackKind = CallbackKind.Approved, CallbackAt = At, PgToken = new("token") };
        DueCallback.Of(withdrawn).ShouldBe(new DueCallback(CallbackKind.Withdrawn, At.AddSeconds(1)));
        DueCallback.Of(withdrawn)!.IsHint.ShouldBeFalse();
    }
}
