namespace KakaoWorkflow.Tests.Workflow.Review;

public sealed class SettleRulesTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Captured_OfAnOrderThatCannotBecomeASale_IsRefused()
    {
        var order = await OrderAsync((await Stories.AuthenticatedAsync()).OrderId);
        SettleRules.Check(order, SettledAs.Captured, known: null);
        Refusal(() => SettleRules.Check(order with { WithdrawnAt = order.CreatedAt }, SettledAs.Captured, null)).ShouldContain("withdrawn");
        Refusal(() => SettleRules.Check(order with { FailedStep = "RefundPayment" }, SettledAs.Captured, null)).ShouldContain("on its way back");
        Refusal(() => SettleRules.Check(order with { Status = OrderStatus.Expired }, SettledAs.Captured, null)).ShouldContain("ended without a sale");
        foreach (var word in (string[])[SettledAs.NotCaptured, SettledAs.Refunded])
            SettleRules.Check(order with { WithdrawnAt = order.CreatedAt, FailedStep = "RefundPayment", Status = OrderStatus.Expired }, word, null);
    }

    [Theory]
    [InlineData(SettledAs.Captured, false)]
    [InlineData(SettledAs.NotCaptured, false)]
    [InlineData(SettledAs.Refunded, true)]
    public async Task Word_AboutWhatKakaoPayHasGivenBack_IsRefunded(string word, bool holds)
    {
        var captured = await Stories.CapturedAsync();
        await Steps.Refund.RunAsync(captured.OrderId, captured.Payment.Tid, Token);
        var (order, known) = (await OrderAsync(captured.OrderId), await Cafe.Services.Gateway.InquireAsync(new PaymentReference(captured.Payment.Tid), Token));
        if (holds)
            SettleRules.Check(order, word, known);
        else
            Refusal(() => SettleRules.Check(order, word, known)).ShouldContain("CANCEL_PAYMENT");
    }

    /// <summary>Only the steps that ask take a word, and what the inquiry shows as paid goes on as paid.</summary>
    [Theory]
    [InlineData("CommitOrder", SettledAs.Captured, true, "no matter of money")]
    [InlineData("ReleasePoints", SettledAs.Refunded, false, "no matter of money")]
    [InlineData("ResolvePayment", SettledAs.Refunded, true, "goes on with that")]
    [InlineData("ResolvePayment", SettledAs.Refunded, false, null)]
    [InlineData("ResolvePayment", SettledAs.Captured, true, null)]
    [InlineData("RefundPayment", SettledAs.Refunded, true, null)]
    public async Task Word_ForAnExecutionThatWaits_IsForAStepThatAsks(string step, string word, bool isPaid, string? why)
    {
        var story = isPaid ? await Stories.CapturedAsync() : await Stories.AuthenticatedAsync();
        var order = await OrderAsync(story.OrderId) with { ReviewToken = new("review-token"), FailedStep = step };
        var status = (await Cafe.Services.Gateway.InquireAsync(new PaymentReference(story.Payment.Tid), Token)).State;
        if (why is null)
            SettleRules.CheckRunning(order, word, status, Cafe.Time.GetUtcNow());
        else
            Refusal(() => SettleRules.CheckRunning(order, word, status, Cafe.Time.GetUtcNow())).ShouldContain(why);
    }

    [Fact]
    public async Task Word_ForAnExecutionThatMayFindOutByItself_IsRefusedForAWhile()
    {
        var order = await OrderAsync((await Stories.AuthenticatedAsync()).OrderId);
        var over = order.StatusSince + PaymentTerms.ApprovalWindow + PaymentTerms.Grace;
        Refusal(() => SettleRules.CheckRunning(order, SettledAs.NotCaptured, null, over)).ShouldContain("by itself");
        SettleRules.CheckRunning(order, SettledAs.NotCaptured, null, over + TimeSpan.FromMilliseconds(1));
    }

    private static string Refusal(Action check) => Should.Throw<SettleRefusedException>(check).Message;
}
