namespace KakaoWorkflow.Tests.Workflow.Payments;

public sealed class PaymentTermsTests
{
    [Theory]
    [InlineData(-60_000, false)]
    [InlineData(0, false)]
    [InlineData(15 * 60_000, false)]
    [InlineData(17 * 60_000, false)]
    [InlineData((17 * 60_000) + 1, true)]
    public void IsOver_AfterKakaoPaysTimeAndTheGrace(int milliseconds, bool isOver) =>
        PaymentTerms.IsOver(TestCafe.Opening, TestCafe.Opening.AddMilliseconds(milliseconds)).ShouldBe(isOver);
}
