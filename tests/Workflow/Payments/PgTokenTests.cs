namespace KakaoWorkflow.Tests.Workflow.Payments;

public sealed class PgTokenTests
{
    private const string Token = "b1c2d3e4f5a6b7c8d9e0";

    [Fact]
    public void Token_Printed_ShowsNothing()
    {
        var token = new PgToken(Token);
        token.ToString().ShouldBe("***");
        $"{token}".ShouldBe("***");
        token.Value.ShouldBe(Token);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(PgToken.MaxLength, true)]
    [InlineData(PgToken.MaxLength + 1, false)]
    [InlineData(0, false)]
    public void TryCreate_AtItsLimits_SaysWhetherItIsAToken(int length, bool isToken)
    {
        var text = new string('a', length);
        PgToken.TryCreate(text, out var token).ShouldBe(isToken);
        token.IsSet.ShouldBe(isToken);
        if (!isToken)
            Should.Throw<ArgumentException>(() => new PgToken(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("two words")]
    [InlineData("a\nb")]
    [InlineData("토큰")]
    public void TryCreate_OtherCharacters_IsFalse(string? text) => PgToken.TryCreate(text, out _).ShouldBeFalse();

    [Fact]
    public void Default_HasNoValue()
    {
        default(PgToken).IsSet.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => default(PgToken).Value);
    }
}
