namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

public sealed class PaymentStatusTests
{
    [Theory]
    [InlineData("READY", PaymentState.Pending)]
    [InlineData("SEND_TMS", PaymentState.Pending)]
    [InlineData("OPEN_PAYMENT", PaymentState.Pending)]
    [InlineData("SELECT_METHOD", PaymentState.Pending)]
    [InlineData("ARS_WAITING", PaymentState.Pending)]
    [InlineData("AUTH_PASSWORD", PaymentState.Pending)]
    [InlineData("ISSUED_SID", PaymentState.Pending)]
    [InlineData("SUCCESS_PAYMENT", PaymentState.Captured)]
    [InlineData("PART_CANCEL_PAYMENT", PaymentState.PartlyRefunded)]
    [InlineData("CANCEL_PAYMENT", PaymentState.Refunded)]
    [InlineData("FAIL_AUTH_PASSWORD", PaymentState.Declined)]
    [InlineData("QUIT_PAYMENT", PaymentState.Quit)]
    [InlineData("FAIL_PAYMENT", PaymentState.Declined)]
    public void State_OfAKnownName_IsAsDocumented(string name, PaymentState expected)
    {
        new PaymentStatus(name).State.ShouldBe(expected);
        PaymentStatus.KnownNames.ShouldContain(name);
    }

    [Theory]
    [InlineData("success_payment")]
    [InlineData("PAID")]
    [InlineData("")]
    public void State_OfAnUnknownName_IsUnknown(string name) => new PaymentStatus(name).State.ShouldBe(PaymentState.Unknown);

    [Fact]
    public void KnownNames_AreThirteen() => PaymentStatus.KnownNames.Count.ShouldBe(13);
}
