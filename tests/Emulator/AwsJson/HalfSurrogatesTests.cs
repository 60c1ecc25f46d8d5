namespace KakaoWorkflow.Tests.Emulator.AwsJson;

public sealed class HalfSurrogatesTests
{
    [Theory]
    [InlineData("""{"a":"plain"}""")]
    [InlineData("""{"a":"🍵"}""")]
    [InlineData("""{"a":"\ud83c\udf75 \uac00"}""")]
    [InlineData("""{"a":"a backslash before it: \\ud83c"}""")]
    [InlineData("""{"a":"\n\u00"}""")]
    [InlineData("\\")]
    public void Mend_WholeText_IsLeftAsItIs(string json) => HalfSurrogates.Mend(json).ShouldBeSameAs(json);

    [Theory]
    [InlineData("""["cut \ud83c"]""", "cut \uFFFD")]
    [InlineData("""["\ud83cX"]""", "\uFFFDX")]
    [InlineData("""["\udf75\ud83c"]""", "\uFFFD\uFFFD")]
    [InlineData("""["\uD83C\ud83c\uDF75"]""", "\uFFFD🍵")]
    [InlineData("""["\\\ud83c"]""", "\\\uFFFD")]
    public void Mend_HalfAnEmoji_IsReplaced(string json, string read) =>
        JsonNode.Parse(HalfSurrogates.Mend(json))![0]!.GetValue<string>().ShouldBe(read);

    // No attribute can hold it.
    [Fact]
    public void Mend_HalfThatIsNotEscaped_IsReplaced() => HalfSurrogates.Mend("a" + '\ud83c' + "b").ShouldBe("a\uFFFDb");

    [Fact]
    public void Mend_NamesToo_AreReplaced() =>
        JsonNode.Parse(HalfSurrogates.Mend("""{"\ud83c":1}"""))!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("\uFFFD");
}
