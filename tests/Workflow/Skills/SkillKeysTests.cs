using KakaoWorkflow.Skills;

namespace KakaoWorkflow.Tests.Workflow.Skills;

public sealed class SkillKeysTests
{
    private const string First = "first-key-0123456789";
    private const string Second = "second-key-0123456789";

    [Theory]
    [InlineData(First)]
    [InlineData(First + "," + Second)]
    [InlineData(" " + Second + " , " + First + " ")]
    public void Accepts_AConfiguredKey(string setting) => SkillKeys.Parse(setting).Accepts(First).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("first-key-012345678")]
    [InlineData("first-key-01234567890")]
    [InlineData("First-key-0123456789")]
    [InlineData(First + "," + Second)]
    [InlineData(First + " ")]
    public void Accepts_AnythingElse_Not(string? presented) =>
        SkillKeys.Parse($"{First},{Second}").Accepts(presented).ShouldBeFalse();

    [Fact]
    public void Accepts_RotatedOutKey_Not() => SkillKeys.Parse(Second).Accepts(First).ShouldBeFalse();

    [Fact]
    public void Accepts_HugeHeader_Not() => SkillKeys.Parse(First).Accepts(new string('x', 1_000_000)).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData(First + ",")]
    [InlineData("," + First)]
    [InlineData(First + "," + Second + ",third-key-0123456789")]
    [InlineData("key with spaces 0123")]
    [InlineData("열쇠열쇠열쇠열쇠열쇠열쇠열쇠열쇠열쇠")]
    public void Parse_UnusableSetting_IsRefusedWithoutItsText(string? setting)
    {
        var message = Should.Throw<ArgumentException>(() => SkillKeys.Parse(setting)).Message;
        message.ShouldNotContain("0123");
        message.ShouldNotContain("열쇠");
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Parse_KeyLength_HasLimits(int length, bool isTaken)
    {
        var key = new string('k', length);
        if (isTaken)
            SkillKeys.Parse(key).Accepts(key).ShouldBeTrue();
        else
            Should.Throw<ArgumentException>(() => SkillKeys.Parse(key));
    }

    [Fact]
    public void ToString_IsRedacted() => SkillKeys.Parse(First).ToString().ShouldBe("1 skill key(s), redacted");
}
