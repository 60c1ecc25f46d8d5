using KakaoWorkflow.KakaoPay;

namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

public sealed class PaymentStatusTests
{
    [Theory]
    [InlineData("READY", PaymentStatusClass.Pending)]
    [InlineData("SEND_TMS", PaymentStatusClass.Pending)]
    [InlineData("OPEN_PAYMENT", PaymentStatusClass.Pending)]
    [InlineData("SELECT_METHOD", PaymentStatusClass.Pending)]
    [InlineData("ARS_WAITING", PaymentStatusClass.Pending)]
    [InlineData("AUTH_PASSWORD", PaymentStatusClass.Pending)]
    [InlineData("ISSUED_SID", PaymentStatusClass.Pending)]
    [InlineData("SUCCESS_PAYMENT", PaymentStatusClass.Paid)]
    [InlineData("PART_CANCEL_PAYMENT", PaymentStatusClass.PartlyCancelled)]
    [InlineData("CANCEL_PAYMENT", PaymentStatusClass.Cancelled)]
    [InlineData("FAIL_AUTH_PASSWORD", PaymentStatusClass.Failed)]
    [InlineData("QUIT_PAYMENT", PaymentStatusClass.Failed)]
    [InlineData("FAIL_PAYMENT", PaymentStatusClass.Failed)]
    public void Class_OfAKnownName_IsAsDocumented(string name, PaymentStatusClass expected)
    {
        var status = new PaymentStatus(name);
        status.IsKnown.ShouldBeTrue();
        status.Class.ShouldBe(expected);
        PaymentStatus.KnownNames.ShouldContain(name);
    }

    [Theory]
    [InlineData("success_payment")]
    [InlineData("PAID")]
    [InlineData("")]
    public void Class_OfAnUnknownName_IsPendingInDoubt(string name)
    {
        new PaymentStatus(name).Class.ShouldBe(PaymentStatusClass.Pending);
        new PaymentStatus(name).IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void KnownNames_AreThirteen() => PaymentStatus.KnownNames.Count.ShouldBe(13);
}
