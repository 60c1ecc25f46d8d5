using System.Text.Json;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Data;

public sealed class JsonTextTests
{
    [Fact]
    public void Write_Node_IsCompactAndKeepsNumbersAndLetters() =>
        JsonText.Write(JsonText.Parse("""{ "a": [1.0, 1e2, 12345678901234567890123], "b": "아메리카노 <&'>", "c": "\"\\\n" }"""))
            .ShouldBe("""{"a":[1.0,1e2,12345678901234567890123],"b":"아메리카노 <&'>","c":"\"\\\n"}""");

    [Fact]
    public void Write_Null_IsTheLiteral() => JsonText.Write(JsonText.Parse("null")).ShouldBe("null");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("[1,]")]
    public void Parse_Wrong_Throws(string text) => Should.Throw<JsonException>(() => JsonText.Parse(text));

    [Fact]
    public void Parse_Depth_IsLimited()
    {
        JsonText.Write(JsonText.Parse(Nested(256))).Length.ShouldBe(512);
        Should.Throw<JsonException>(() => JsonText.Parse(Nested(257)));

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }
}
