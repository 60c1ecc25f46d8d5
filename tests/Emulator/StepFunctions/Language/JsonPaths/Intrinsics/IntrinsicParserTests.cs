using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

public sealed class IntrinsicParserTests
{
    [Theory]
    [InlineData("", "a path or an intrinsic function is expected")]
    [InlineData("foo", "no intrinsic function 'foo'")]
    [InlineData("States.Nope()", "no intrinsic function 'States.Nope'")]
    [InlineData("States.UUID", "'(' is missing")]
    [InlineData("States.UUID ()", "'(' is expected")]
    [InlineData("States.UUID(", "an argument is missing")]
    [InlineData("States.UUID()x", "text after the closing )")]
    [InlineData("States.UUID(1)", "does not take 1 arguments")]
    [InlineData("States.Format()", "does not take 0 arguments")]
    [InlineData("States.MathAdd(1)", "does not take 1 arguments")]
    [InlineData("States.MathRandom(1, 2, 3, 4)", "does not take 4 arguments")]
    [InlineData("States.Array(1,)", "a path or an intrinsic function is expected")]
    [InlineData("States.Array(1 2)", "')' is expected")]
    [InlineData("States.Array('a)", "closing ' is missing")]
    [InlineData(@"States.Array('a\q')", "a backslash may protect only")]
    [InlineData(@"States.Array('a\')", "closing ' is missing")]
    [InlineData("States.Array(1.2.3)", "a number is expected")]
    [InlineData("States.Array($.a[)", "whole number")]
    [InlineData("States.Format('{')", "needs a backslash")]
    [InlineData("States.Format('a}')", "needs a backslash")]
    public void Parse_Wrong_SaysWhat(string call, string reason) =>
        Should.Throw<FormatException>(() => ValueExpression.Parse(call)).Message.ShouldContain(reason);

    [Fact]
    public void Parse_Nesting_IsLimited()
    {
        Given.Evaluated(Nested(10), Given.Scope()).ShouldBe(new string('[', 10) + new string(']', 10));
        Should.Throw<FormatException>(() => ValueExpression.Parse(Nested(11))).Message.ShouldContain("more than 10 levels");

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("States.Array(", depth)) + new string(')', depth);
    }

    [Fact]
    public void Parse_Siblings_AreNotNested()
    {
        var calls = string.Join(", ", Enumerable.Repeat("States.Array()", 20));
        ValueExpression.Parse($"States.Array({calls})").Evaluate(Given.Scope())!.AsArray().Count.ShouldBe(20);
    }

    [Fact]
    public void Parse_PathArguments_EndAtTheirComma()
    {
        var scope = Given.Scope("""{"a": [{"b": 1}, {"b": 2}], "c": 3}""", variables: """{"v": {"w": 4}}""");
        Given.Evaluated("States.Array($.a[?(@.b == 2)].b, $.c,$v.w)", scope).ShouldBe("[[2],3,4]");
    }
}
