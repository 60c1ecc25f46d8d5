namespace KakaoWorkflow.Tests.Workflow.Paying;

public sealed class PaymentDoubtTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly OrderId OrderId = OrderId.Parse("1123-DOUBT001");

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private PaymentDoubt Doubt => new(Cafe.Services.Table, Cafe.Time);

    [Theory]
    [InlineData(30 * 60, false)]
    [InlineData((30 * 60) + 1, true)]
    public async Task StillOpen_OfAnOldDoubt_IsAMatterForAPerson_UntilItIsKnown(int seconds, bool isOld)
    {
        var since = Cafe.Time.GetUtcNow();
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        await Doubt.StillOpenAsync(OrderId, since, "it does not answer", Token);
        (await MatterKindsAsync()).ShouldBe(isOld ? [AttentionKind.PaymentInDoubt] : []);
        await Doubt.ClosedAsync(OrderId, since, Token);
        (await MatterKindsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task IsDue_WhileNoPersonKnows_Always()
    {
        var since = Cafe.Time.GetUtcNow();
        (await Doubt.IsDueAsync(OrderId, since, Token)).ShouldBeTrue();
        Cafe.Time.Advance(DoubtTerms.Patience + Second);
        (await Doubt.IsDueAsync(OrderId, since, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task IsDue_OnceAPersonHasKnownForLong_EachInterval()
    {
        var since = Cafe.Time.GetUtcNow();
        Cafe.Time.Advance(DoubtTerms.Patience + Second);
        await Doubt.StillOpenAsync(OrderId, since, "it does not answer", Token);
        Cafe.Time.Advance(DoubtTerms.Patience - (10 * Second));
        await Doubt.StillOpenAsync(OrderId, since, "it does not answer", Token);
        var lookedAt = Cafe.Time.GetUtcNow();

        Cafe.Time.Advance(9 * Second);
        (await Doubt.IsDueAsync(OrderId, since, Token)).ShouldBeTrue();
        Cafe.Time.Advance(Second);
        (await Doubt.IsDueAsync(OrderId, since, Token)).ShouldBeFalse();
        Cafe.Time.Advance(lookedAt + DoubtTerms.AskingInterval - Second - Cafe.Time.GetUtcNow());
        (await Doubt.IsDueAsync(OrderId, since, Token)).ShouldBeFalse();
        Cafe.Time.Advance(Second);
        (await Doubt.IsDueAsync(OrderId, since, Token)).ShouldBeTrue();
    }

    /// <summary>The matter may be one of an earlier doubt: what has just begun is asked about at once.</summary>
    [Fact]
    public async Task IsDue_OfAYoungDoubt_WhateverAPersonKnows()
    {
        var since = Cafe.Time.GetUtcNow();
        Cafe.Time.Advance(DoubtTerms.Patience + Second);
        await Doubt.StillOpenAsync(OrderId, since, "it does not answer", Token);
        Cafe.Time.Advance(DoubtTerms.Patience - Second);
        await Doubt.StillOpenAsync(OrderId, since, "it does not answer", Token);
        Cafe.Time.Advance(2 * Second);
        (await Doubt.IsDueAsync(OrderId, since, Token)).ShouldBeFalse();
        (await Doubt.IsDueAsync(OrderId, Cafe.Time.GetUtcNow(), Token)).ShouldBeTrue();
    }
}
