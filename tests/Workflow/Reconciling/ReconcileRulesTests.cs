namespace KakaoWorkflow.Tests.Workflow.Reconciling;

public sealed class ReconcileRulesTests
{
    /// <summary>What is in the index and walked by nobody would never be repaired.</summary>
    [Fact]
    public void Walk_GoesByEveryMarkOfTheIndex() => new ReconcileRules().Walk.Select(part => part.Mark).ShouldBe(
        [OpenMark.Refunding, OpenMark.MoneyUnchecked, OpenMark.Unannounced, .. OrderStatus.Open], ignoreOrder: true);

    [Fact]
    public void Defaults_AreWhatTheGuidesSay()
    {
        var rules = new ReconcileRules();
        TimeSpan[] patience =
        [
            rules.CallbackPatience, rules.HintPatience, rules.PreparationPatience, rules.PaymentPatience, rules.AnnouncePatience, rules.RefundPatience,
            rules.ResumePatience, rules.ExecutionGrace,
        ];
        patience.Select(time => time.TotalMinutes).ShouldBe([1, 3, 5, 20, 2, 1, 1, 2]);
        (rules.MaxOrders, rules.MaxDuration.TotalSeconds).ShouldBe((100, 40));
    }

    [Fact]
    public void Age_OfWhatNobodyWalksBy_IsNone()
    {
        var rules = new ReconcileRules();
        rules.AgeOf(null).ShouldBe(TimeSpan.Zero);
        rules.AgeOf(OrderStatus.Reserved).ShouldBe(rules.PreparationPatience);
    }
}
