namespace KakaoWorkflow.Tests.Workflow.Callbacks;

public sealed class PayLinkTests
{
    [Theory]
    [InlineData("/pay/KW-7", "KW-7", PayLinkKind.Pay)]
    [InlineData("/pay/a_B-9/approved", "a_B-9", PayLinkKind.Approved)]
    [InlineData("/pay/7/cancelled", "7", PayLinkKind.Cancelled)]
    [InlineData("/pay/7/failed", "7", PayLinkKind.Failed)]
    public void TryParse_OurPath_IsReadAndWrittenAlike(string path, string orderId, PayLinkKind kind)
    {
        PayLink.TryParse(path, out var link).ShouldBeTrue();
        link.ShouldBe(PayLink.For(OrderId.Parse(orderId), kind));
        link!.Path.ShouldBe(path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/pay")]
    [InlineData("/pay/")]
    [InlineData("/pay//approved")]
    [InlineData("/PAY/7")]
    [InlineData("pay/7")]
    [InlineData("//pay/7")]
    [InlineData("/prod/pay/7")]
    [InlineData("/pay/7/")]
    [InlineData("/pay/7/pay")]
    [InlineData("/pay/7/Approved")]
    [InlineData("/pay/7/approve")]
    [InlineData("/pay/7/approved/")]
    [InlineData("/pay/7/approved/x")]
    [InlineData("/pay/7?s=1")]
    [InlineData("/pay/7%2Fapproved")]
    [InlineData("/pay/../7")]
    [InlineData("/pay/주문")]
    [InlineData("/pay/a b")]
    [InlineData("/pay/a.b")]
    [InlineData("/pay/a\n")]
    [InlineData("/pay/a\0")]
    public void TryParse_AnotherPath_IsRefused(string? path) => PayLink.TryParse(path, out _).ShouldBeFalse();

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    [InlineData(1_000_000, false)]
    public void OrderId_Length_HasALimit(int length, bool isTaken)
    {
        var orderId = new string('a', length);
        PayLink.TryParse($"/pay/{orderId}", out _).ShouldBe(isTaken);
        if (!isTaken)
            Should.Throw<ArgumentException>(() => PayLink.For(OrderId.Parse(orderId), PayLinkKind.Pay));
    }

    [Fact]
    public void For_KindThatIsNone_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => PayLink.For(OrderId.Parse("7"), (PayLinkKind)9));
}
