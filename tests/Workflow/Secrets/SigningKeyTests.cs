namespace KakaoWorkflow.Tests.Workflow.Secrets;

public sealed class SigningKeyTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(31, false)]
    [InlineData(32, true)]
    [InlineData(1_024, true)]
    [InlineData(1_025, false)]
    public void Parse_KeyLength_HasLimits(int bytes, bool isTaken)
    {
        var setting = Convert.ToBase64String(new byte[bytes]);
        if (isTaken)
            SigningKey.Parse(setting).ToString().ShouldBe("signing key, redacted");
        else
            Should.Throw<ArgumentException>(() => SigningKey.Parse(setting));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64 but long enough to be a key of thirty-two bytes!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Parse_NoBase64_IsRefusedWithoutItsText(string? setting)
    {
        var message = Should.Throw<ArgumentException>(() => SigningKey.Parse(setting)).Message;
        message.ShouldNotContain("thirty-two");
        message.ShouldNotContain("AAAA");
    }
}
