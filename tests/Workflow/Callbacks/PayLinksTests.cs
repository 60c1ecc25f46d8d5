using System.Web;

namespace KakaoWorkflow.Tests.Workflow.Callbacks;

public sealed class PayLinksTests
{
    private const string Base = "https://order.example.kr";

    private static readonly string OldKey = Convert.ToBase64String("old key old key old key old key "u8);
    private static readonly string NewKey = Convert.ToBase64String("new key new key new key new key "u8);

    private readonly PayLinks _links = Links(OldKey);

    [Theory]
    [InlineData(PayLinkKind.Pay)]
    [InlineData(PayLinkKind.Approved)]
    [InlineData(PayLinkKind.Cancelled)]
    [InlineData(PayLinkKind.Failed)]
    public void Verify_OurUrl_IsGenuine(PayLinkKind kind)
    {
        var url = new Uri(_links.Url(OrderId.Parse("KW-7"), kind));
        PayLink.TryParse(url.AbsolutePath, out var link).ShouldBeTrue();
        link.ShouldBe(PayLink.For(OrderId.Parse("KW-7"), kind));
        _links.Verify(link!, SignatureIn(url)).ShouldBeTrue();
    }

    [Fact]
    public void Url_IsStable() =>
        _links.Url(OrderId.Parse("KW-7"), PayLinkKind.Approved).ShouldBe($"{Base}/pay/KW-7/approved?s=Ckp1EHcZivtEfpBnhlEeAg");

    [Fact]
    public void Verify_SignatureOfAnotherKindOrOrder_IsRefused()
    {
        foreach (var from in Enum.GetValues<PayLinkKind>())
        {
            var signature = Signature(OrderId.Parse("KW-7"), from);
            _links.Verify(PayLink.For(OrderId.Parse("KW-8"), from), signature).ShouldBeFalse();
            foreach (var to in Enum.GetValues<PayLinkKind>())
                _links.Verify(PayLink.For(OrderId.Parse("KW-7"), to), signature).ShouldBe(from == to);
        }
    }

    [Fact]
    public void Verify_DamagedSignature_IsRefused()
    {
        var link = PayLink.For(OrderId.Parse("KW-7"), PayLinkKind.Approved);
        var signature = Signature(OrderId.Parse("KW-7"), PayLinkKind.Approved);
        signature.Length.ShouldBe(22);
        for (var at = 0; at < signature.Length; at++)
        {
            _links.Verify(link, signature[..at]).ShouldBeFalse();
            foreach (var other in "AQgwBRhx-_".Where(character => character != signature[at]))
                _links.Verify(link, signature[..at] + other + signature[(at + 1)..]).ShouldBeFalse();
        }
        _links.Verify(link, null).ShouldBeFalse();
        _links.Verify(link, signature + "A").ShouldBeFalse();
        _links.Verify(link, signature + "==").ShouldBeFalse();
        _links.Verify(link, " " + signature).ShouldBeFalse();
        _links.Verify(link, new string('A', 22)).ShouldBeFalse();
        _links.Verify(link, new string('가', 1_000_000)).ShouldBeFalse();
        _links.Verify(link, "\uD800").ShouldBeFalse();
    }

    [Fact]
    public void Verify_WhileKeysRotate_AcceptsBothAndSignsWithTheFirst()
    {
        var rotating = Links($"{NewKey},{OldKey}");
        var link = PayLink.For(OrderId.Parse("KW-7"), PayLinkKind.Pay);
        rotating.Verify(link, Signature(OrderId.Parse("KW-7"), PayLinkKind.Pay)).ShouldBeTrue();
        rotating.Url(OrderId.Parse("KW-7"), PayLinkKind.Pay).ShouldBe(Links(NewKey).Url(OrderId.Parse("KW-7"), PayLinkKind.Pay));
        Links(NewKey).Verify(link, Signature(OrderId.Parse("KW-7"), PayLinkKind.Pay)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://order.example.kr/", "https://order.example.kr/pay/7?s=")]
    [InlineData("https://order.example.kr/prod", "https://order.example.kr/prod/pay/7?s=")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/pay/7?s=")]
    [InlineData("http://localhost:8080", "http://localhost:8080/pay/7?s=")]
    public void Url_OfABase_ContinuesIt(string publicBaseUrl, string expected) =>
        new PayLinks(publicBaseUrl, PayLinkKeys.Parse(OldKey)).Url(OrderId.Parse("7"), PayLinkKind.Pay).ShouldStartWith(expected);

    [Theory]
    [InlineData("")]
    [InlineData("order.example.kr")]
    [InlineData("http://order.example.kr")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://order.example.kr?")]
    [InlineData("https://order.example.kr?a=1")]
    [InlineData("https://order.example.kr#a")]
    [InlineData("https://u@order.example.kr")]
    [InlineData("https://user:secret@order.example.kr")]
    public void Base_OfAnotherForm_IsRefused(string publicBaseUrl) =>
        Should.Throw<ArgumentException>(() => new PayLinks(publicBaseUrl, PayLinkKeys.Parse(OldKey)));

    [Theory]
    [InlineData(135, true)]
    [InlineData(136, false)]
    public void Base_Length_LeavesRoomForTheLongestAddress(int length, bool isTaken)
    {
        var publicBaseUrl = $"{Base}/".PadRight(length, 'x');
        if (isTaken)
        {
            new PayLinks(publicBaseUrl, PayLinkKeys.Parse(OldKey)).Url(OrderId.Parse(new string('a', 80)), PayLinkKind.Cancelled)
                .Length.ShouldBe(PayLinks.MaxUrlLength);
        }
        else
        {
            Should.Throw<ArgumentException>(() => new PayLinks(publicBaseUrl, PayLinkKeys.Parse(OldKey)))
                .Message.ShouldContain("1 characters");
        }
    }

    [Fact]
    public void Keys_UnusableSetting_IsRefused()
    {
        var three = $"{OldKey},{NewKey},{OldKey}";
        foreach (var setting in (string?[])[null, "", ",", $"{OldKey},", $",{OldKey}", three, "c2hvcnQ="])
            Should.Throw<ArgumentException>(() => PayLinkKeys.Parse(setting)).Message.ShouldNotContain("c2hvcnQ");
        PayLinkKeys.Parse($" {OldKey} , {NewKey} ").ToString().ShouldBe("2 pay link key(s), redacted");
    }

    private static PayLinks Links(string keys) => new(Base, PayLinkKeys.Parse(keys));

    private static string SignatureIn(Uri url) => HttpUtility.ParseQueryString(url.Query)[PayLinks.SignatureParameter]!;

    private string Signature(OrderId orderId, PayLinkKind kind) => SignatureIn(new Uri(_links.Url(orderId, kind)));
}
