using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.JsonPaths.Paths;

public sealed class ReferencePathTests
{
    [Theory]
    [InlineData("$", """{"a":1}""", "7")]
    [InlineData("$.b", """{"a":1}""", """{"a":1,"b":7}""")]
    [InlineData("$.a", """{"a":{"x":1},"z":2}""", """{"a":7,"z":2}""")]
    [InlineData("$.b.c.d", """{"a":1}""", """{"a":1,"b":{"c":{"d":7}}}""")]
    [InlineData("$.a.y", """{"a":{"x":1}}""", """{"a":{"x":1,"y":7}}""")]
    [InlineData("$['a']['y z']", """{"a":{}}""", """{"a":{"y z":7}}""")]
    [InlineData("$.a[1]", """{"a":[1,2,3]}""", """{"a":[1,7,3]}""")]
    [InlineData("$.a[0].x", """{"a":[{}]}""", """{"a":[{"x":7}]}""")]
    [InlineData("$[0]", "[1]", "[7]")]
    public void Write_Place_GivesACopyWithTheValue(string path, string document, string expected)
    {
        var before = JsonText.Parse(document);
        JsonText.Write(ReferencePath.Parse(path).Write(before, 7)).ShouldBe(expected);
        JsonText.Write(before).ShouldBe(document);
    }

    [Theory]
    [InlineData("$.x", "\"foo\"")]
    [InlineData("$.x", "null")]
    [InlineData("$.x", "[1]")]
    [InlineData("$.a.x", """{"a":5}""")]
    [InlineData("$.a.x", """{"a":null}""")]
    [InlineData("$.a[3]", """{"a":[1,2,3]}""")]
    [InlineData("$.a[0]", """{"a":{}}""")]
    [InlineData("$.b[0]", "{}")]
    [InlineData("$.b[0].c", "{}")]
    public void Write_PlaceThatCannotBe_IsAResultPathMatchFailure(string path, string document) =>
        Given.Error(() => ReferencePath.Parse(path).Write(JsonText.Parse(document), 7)).ShouldBe(ErrorName.ResultPathMatchFailure);

    [Theory]
    [InlineData("$$.a")]
    [InlineData("$variable")]
    [InlineData("$.a[*]")]
    [InlineData("$..a")]
    [InlineData("$.a[0:1]")]
    [InlineData("$.a[0,1]")]
    [InlineData("$.a[-1]")]
    [InlineData("$.a['x','y']")]
    [InlineData("$.a[?(@.b)]")]
    public void Parse_MoreThanOnePlace_IsRefused(string path) => Should.Throw<FormatException>(() => ReferencePath.Parse(path));

    [Fact]
    public void Write_Value_IsNotAttached()
    {
        var value = JsonText.Parse("{}");
        ReferencePath.Parse("$.a").Write(JsonText.Parse("{}"), value);
        value!.Parent.ShouldBeNull();
    }
}
