using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

public sealed class IntrinsicFunctionTests
{
    private const string Input = """
        {"name": "Ada", "n": 5, "half": 2.5, "list": [1, 2, 3, 3, "a", {"k": 1.0}], "json": "{\"a\":[1.0]}", "template": "Hi {}",
         "o": {"a": {"x": 1}, "b": 1}, "p": {"a": {"y": 2}, "c": 3}, "yes": true, "nothing": null}
        """;

    [Theory]
    [InlineData("States.Format('no placeholder')", "\"no placeholder\"")]
    [InlineData("States.Format('{} is {}', $.name, $.n)", "\"Ada is 5\"")]
    [InlineData("States.Format($.template, $.name)", "\"Hi Ada\"")]
    [InlineData("States.Format('{}{}{}', $.yes, $.nothing, 1.50)", "\"truenull1.50\"")]
    [InlineData(@"States.Format('it\'s \{{}\} \\', $.n)", @"""it's {5} \\""")]
    [InlineData("States.Format('{}', States.Format('{}', 'deep'))", "\"deep\"")]
    [InlineData("States.StringToJson($.json)", """{"a":[1.0]}""")]
    [InlineData("States.StringToJson('null')", "null")]
    [InlineData("States.JsonToString($.o)", """
        "{\"a\":{\"x\":1},\"b\":1}"
        """)]
    [InlineData("States.Array()", "[]")]
    [InlineData("States.Array('Foo', 2020, $.o.a, null, true)", """["Foo",2020,{"x":1},null,true]""")]
    [InlineData("States.ArrayPartition($.list, 4)", """[[1,2,3,3],["a",{"k":1.0}]]""")]
    [InlineData("States.ArrayPartition(States.Array(), 4)", "[]")]
    [InlineData("States.ArrayContains($.list, 3)", "true")]
    [InlineData("States.ArrayContains($.list, 3.0)", "true")]
    [InlineData("States.ArrayContains($.list, '3')", "false")]
    [InlineData("States.ArrayContains($.list, $.list[5])", "true")]
    [InlineData("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]")]
    [InlineData("States.ArrayRange(1, 8, 2)", "[1,3,5,7]")]
    [InlineData("States.ArrayRange(3, 1, -1)", "[3,2,1]")]
    [InlineData("States.ArrayRange(3, 1, 1)", "[]")]
    [InlineData("States.ArrayRange(4, 4, 7)", "[4]")]
    [InlineData("States.ArrayGetItem($.list, 4)", "\"a\"")]
    [InlineData("States.ArrayLength($.list)", "6")]
    [InlineData("States.ArrayUnique($.list)", """[1,2,3,"a",{"k":1.0}]""")]
    [InlineData("States.Base64Encode('Data to encode')", "\"RGF0YSB0byBlbmNvZGU=\"")]
    [InlineData("States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", "\"Data to encode\"")]
    [InlineData("States.Base64Decode(States.Base64Encode('커피'))", "\"커피\"")]
    [InlineData("States.Hash('abc', 'MD5')", "\"900150983cd24fb0d6963f7d28e17f72\"")]
    [InlineData("States.Hash('abc', 'SHA-1')", "\"a9993e364706816aba3e25717850c26c9cd0d89d\"")]
    [InlineData("States.Hash('abc', 'SHA-256')", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")]
    [InlineData("States.JsonMerge($.o, $.p, false)", """{"a":{"y":2},"b":1,"c":3}""")]
    [InlineData("States.MathAdd($.n, -7)", "-2")]
    [InlineData("States.MathAdd(9007199254740993, 1)", "9007199254740994")]
    [InlineData("States.MathAdd($.half, 1.4)", "4")]
    [InlineData("States.StringSplit('1,2,,3', ',')", """["1","2","3"]""")]
    [InlineData("States.StringSplit('1.2-3', '.-')", """["1","2","3"]""")]
    [InlineData("States.Array( 1 ,  2 )", "[1,2]")]
    public void Evaluate_Call_GivesItsValue(string call, string expected) =>
        Given.Evaluated(call, Given.Scope(Input)).ShouldBe(expected);

    [Theory]
    [InlineData("SHA-384", 96)]
    [InlineData("SHA-512", 128)]
    public void Hash_LongAlgorithms_GiveLowerCaseHex(string algorithm, int length)
    {
        var hash = ValueExpression.Parse($"States.Hash('abc', '{algorithm}')").Evaluate(Given.Scope())!.GetValue<string>();
        hash.Length.ShouldBe(length);
        hash.ShouldBe(hash.ToLowerInvariant());
    }

    [Fact]
    public void Hash_Json_HashesItsText() => Given.Evaluated("States.Hash($.o.a, 'MD5')", Given.Scope(Input))
        .ShouldBe(Given.Evaluated("""States.Hash('\{"x":1\}', 'MD5')""", Given.Scope(Input)));

    [Theory]
    [InlineData("States.Format('{} {}', 1)")]
    [InlineData("States.Format('{}', 1, 2)")]
    [InlineData("States.Format('{}', $.o)")]
    [InlineData("States.Format('{}', $.list)")]
    [InlineData("States.Format($.n)")]
    [InlineData("States.Format('{}', $.missing)")]
    [InlineData("States.StringToJson($.name)")]
    [InlineData("""States.StringToJson('\{"a":1,"a":2\}')""")]
    [InlineData("States.ArrayPartition($.list, 0)")]
    [InlineData("States.ArrayPartition($.list, -1)")]
    [InlineData("States.ArrayPartition($.name, 1)")]
    [InlineData("States.ArrayContains($.o, 1)")]
    [InlineData("States.ArrayRange(1, 9, 0)")]
    [InlineData("States.ArrayRange('1', 9, 1)")]
    [InlineData("States.ArrayGetItem($.list, 6)")]
    [InlineData("States.ArrayGetItem($.list, -1)")]
    [InlineData("States.ArrayLength($.name)")]
    [InlineData("States.ArrayUnique($.name)")]
    [InlineData("States.Base64Encode($.n)")]
    [InlineData("States.Base64Decode('%%%')")]
    [InlineData("States.Base64Decode('/w==')")]
    [InlineData("States.Hash('abc', 'SHA-2')")]
    [InlineData("States.JsonMerge($.o, $.p, true)")]
    [InlineData("States.JsonMerge($.o, $.list, false)")]
    [InlineData("States.MathAdd('1', 1)")]
    [InlineData("States.MathAdd(9223372036854775807, 1)")]
    [InlineData("States.MathAdd(1e400, 1)")]
    [InlineData("States.MathRandom(5, 5)")]
    [InlineData("States.StringSplit('a', '')")]
    public void Evaluate_WrongArguments_IsAnIntrinsicFailure(string call) =>
        Given.Error(() => Given.Evaluated(call, Given.Scope(Input))).ShouldBe(ErrorName.IntrinsicFailure);

    [Theory]
    [InlineData("States.Base64Encode($.text)")]
    [InlineData("States.Hash($.text, 'MD5')")]
    public void Evaluate_LongText_IsLimited(string call)
    {
        Given.Evaluated(call, WithText(new string('a', 10_000))).Length.ShouldBeGreaterThan(2);
        Given.Error(() => Given.Evaluated(call, WithText(new string('a', 10_001)))).ShouldBe(ErrorName.IntrinsicFailure);
    }

    [Fact]
    public void Base64Decode_LongText_IsLimited()
    {
        Given.Evaluated("States.Base64Decode($.text)", WithText(string.Concat(Enumerable.Repeat("YWFh", 2_500)))).Length.ShouldBe(7_502);
        Given.Error(() => Given.Evaluated("States.Base64Decode($.text)", WithText(string.Concat(Enumerable.Repeat("YWFh", 2_501)))))
            .ShouldBe(ErrorName.IntrinsicFailure);
    }

    [Fact]
    public void ArrayRange_Length_IsLimited()
    {
        ValueExpression.Parse("States.ArrayRange(1, 1000, 1)").Evaluate(Given.Scope())!.AsArray().Count.ShouldBe(1_000);
        Given.Error(() => Given.Evaluated("States.ArrayRange(1, 1001, 1)", Given.Scope())).ShouldBe(ErrorName.IntrinsicFailure);
        Given.Error(() => Given.Evaluated("States.ArrayRange(-9223372036854775807, 9223372036854775807, 1)", Given.Scope()))
            .ShouldBe(ErrorName.IntrinsicFailure);
    }

    [Fact]
    public void MathRandom_Seed_RepeatsItsNumber()
    {
        var scope = Given.Scope();
        Given.Evaluated("States.MathRandom(0, 1000000000, 7)", scope).ShouldBe(Given.Evaluated("States.MathRandom(0, 1000000000, 7)", scope));
        Given.Evaluated("States.MathRandom(0, 1000000000, 7)", scope).ShouldNotBe(Given.Evaluated("States.MathRandom(0, 1000000000, 8)", scope));
        Given.Evaluated("States.MathRandom(0, 1000000000)", scope).ShouldNotBe(Given.Evaluated("States.MathRandom(0, 1000000000)", scope));
    }

    [Fact]
    public void Uuid_EachCall_GivesAnotherVersion4()
    {
        var uuids = ValueExpression.Parse("States.Array(States.UUID(), States.UUID())").Evaluate(Given.Scope())!.AsArray();
        uuids[0]!.GetValue<string>().ShouldNotBe(uuids[1]!.GetValue<string>());
        Guid.Parse(uuids[0]!.GetValue<string>()).Version.ShouldBe(4);
    }

    [Fact]
    public void Evaluate_Arguments_StayWhereTheyAre()
    {
        var scope = Given.Scope(Input);
        var before = JsonText.Write(scope.Input);
        foreach (var call in new[] { "States.Array($.o)", "States.ArrayPartition($.list, 2)", "States.ArrayUnique($.list)", "States.JsonMerge($.o, $.p, false)" })
            ValueExpression.Parse(call).Evaluate(scope).ShouldBeAssignableTo<JsonNode>();
        JsonText.Write(scope.Input).ShouldBe(before);
    }

    private static EvaluationScope WithText(string text) => Given.Scope($$"""{"text": "{{text}}"}""");
}
