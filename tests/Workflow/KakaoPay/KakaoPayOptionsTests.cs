namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

public sealed class KakaoPayOptionsTests
{
    public static TheoryData<string, KakaoPayOptions> Wrong => new()
    {
        { "BaseUrl", Samples.Options with { BaseUrl = new Uri("http://open-api.kakaopay.com") } },
        { "BaseUrl", Samples.Options with { BaseUrl = new Uri("https://open-api.kakaopay.com/online") } },
        { "BaseUrl", Samples.Options with { BaseUrl = new Uri("/", UriKind.Relative) } },
        { "Cid", Samples.Options with { Cid = "TC0ONETIM" } },
        { "Cid", Samples.Options with { Cid = "TC0ONETIMES" } },
        { "CidSecret", Samples.Options with { CidSecret = new KakaoPaySecret("short") } },
        { "TimeoutSeconds", Samples.Options with { TimeoutSeconds = 0 } },
        { "TimeoutSeconds", Samples.Options with { TimeoutSeconds = 61 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_WrongOption_NamesIt(string option, KakaoPayOptions options) =>
        Should.Throw<ArgumentException>(options.Validate).Message.ShouldContain(option);

    [Fact]
    public void Validate_RightOptions_Passes()
    {
        Samples.Options.Validate();
        (Samples.Options with { TimeoutSeconds = 1 }).Validate();
        (Samples.Options with { TimeoutSeconds = 60 }).Validate();
        (Samples.Options with { BaseUrl = new Uri("http://127.0.0.1:8080") }).Validate();
        (Samples.Options with { CidSecret = new KakaoPaySecret(Samples.CidSecret) }).Validate();
        Samples.Options.TimeoutSeconds.ShouldBe(15);
    }

    [Fact]
    public void Options_Printed_ShowNoSecret()
    {
        var options = Samples.Options with { CidSecret = new KakaoPaySecret(Samples.CidSecret) };
        options.ToString().ShouldNotContain(Samples.Key);
        options.ToString().ShouldNotContain(Samples.CidSecret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("key with space")]
    [InlineData("key\r\nX-Injected: 1")]
    [InlineData("키")]
    public void Secret_NotAHeaderValue_IsRefusedWithoutRepeatingIt(string text)
    {
        var error = Should.Throw<ArgumentException>(() => new KakaoPaySecret(text));
        if (text.Length > 0)
            error.Message.ShouldNotContain(text);
    }
}
