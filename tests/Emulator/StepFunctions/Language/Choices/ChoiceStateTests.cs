using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Choices;

public sealed class ChoiceStateTests
{
    private const string Input = """
        {"s": "b", "n": 5, "f": 5.0, "big": 12345678901234567890123, "yes": true, "no": false, "nothing": null, "object": {}, "list": [1],
         "t": "2026-03-14T01:59:00Z", "other": {"s": "b", "n": 7, "yes": true, "t": "2026-03-14T10:59:00+09:00"}, "star": "a*c\\d"}
        """;

    [Theory]
    [InlineData("s", "StringEquals", "\"b\"", true)]
    [InlineData("s", "StringEquals", "\"B\"", false)]
    [InlineData("s", "StringLessThan", "\"c\"", true)]
    [InlineData("s", "StringLessThan", "\"b\"", false)]
    [InlineData("s", "StringLessThanEquals", "\"b\"", true)]
    [InlineData("s", "StringGreaterThan", "\"a\"", true)]
    [InlineData("s", "StringGreaterThan", "\"b\"", false)]
    [InlineData("s", "StringGreaterThanEquals", "\"b\"", true)]
    [InlineData("n", "StringEquals", "\"5\"", false)]
    [InlineData("nothing", "StringEquals", "\"null\"", false)]
    [InlineData("n", "NumericEquals", "5", true)]
    [InlineData("f", "NumericEquals", "5", true)]
    [InlineData("big", "NumericEquals", "12345678901234567890123", true)]
    [InlineData("big", "NumericGreaterThan", "12345678901234567890122", true)]
    [InlineData("n", "NumericLessThan", "5.5", true)]
    [InlineData("n", "NumericLessThan", "5", false)]
    [InlineData("n", "NumericLessThan", "1e400", true)]
    [InlineData("n", "NumericLessThanEquals", "5", true)]
    [InlineData("n", "NumericGreaterThan", "4", true)]
    [InlineData("n", "NumericGreaterThan", "5", false)]
    [InlineData("n", "NumericGreaterThanEquals", "5", true)]
    [InlineData("s", "NumericGreaterThan", "1", false)]
    [InlineData("yes", "BooleanEquals", "true", true)]
    [InlineData("yes", "BooleanEquals", "false", false)]
    [InlineData("s", "BooleanEquals", "true", false)]
    [InlineData("t", "TimestampEquals", "\"2026-03-14T01:59:00.000Z\"", true)]
    [InlineData("t", "TimestampEquals", "\"2026-03-14T10:59:00+09:00\"", true)]
    [InlineData("t", "TimestampLessThan", "\"2026-03-14T02:00:00Z\"", true)]
    [InlineData("t", "TimestampLessThanEquals", "\"2026-03-14T01:59:00Z\"", true)]
    [InlineData("t", "TimestampGreaterThan", "\"2026-03-14T01:58:59.999Z\"", true)]
    [InlineData("t", "TimestampGreaterThanEquals", "\"2026-03-14T01:59:01Z\"", false)]
    [InlineData("s", "TimestampLessThan", "\"2026-03-14T02:00:00Z\"", false)]
    [InlineData("s", "StringEqualsPath", "\"$.other.s\"", true)]
    [InlineData("s", "StringLessThanPath", "\"$.other.s\"", false)]
    [InlineData("s", "StringLessThanEqualsPath", "\"$.other.s\"", true)]
    [InlineData("s", "StringGreaterThanPath", "\"$.other.s\"", false)]
    [InlineData("s", "StringGreaterThanEqualsPath", "\"$.other.s\"", true)]
    [InlineData("s", "StringEqualsPath", "\"$.n\"", false)]
    [InlineData("n", "NumericEqualsPath", "\"$.f\"", true)]
    [InlineData("n", "NumericLessThanPath", "\"$.other.n\"", true)]
    [InlineData("n", "NumericLessThanEqualsPath", "\"$.f\"", true)]
    [InlineData("n", "NumericGreaterThanPath", "\"$.other.n\"", false)]
    [InlineData("n", "NumericGreaterThanEqualsPath", "\"$.f\"", true)]
    [InlineData("n", "NumericEqualsPath", "\"$limit\"", true)]
    [InlineData("n", "NumericLessThanPath", "\"$$.Execution.Limit\"", true)]
    [InlineData("yes", "BooleanEqualsPath", "\"$.other.yes\"", true)]
    [InlineData("t", "TimestampEqualsPath", "\"$.other.t\"", true)]
    [InlineData("t", "TimestampLessThanPath", "\"$.other.t\"", false)]
    [InlineData("t", "TimestampLessThanEqualsPath", "\"$.other.t\"", true)]
    [InlineData("t", "TimestampGreaterThanPath", "\"$.other.t\"", false)]
    [InlineData("t", "TimestampGreaterThanEqualsPath", "\"$.other.t\"", true)]
    [InlineData("nothing", "IsNull", "true", true)]
    [InlineData("nothing", "IsNull", "false", false)]
    [InlineData("s", "IsNull", "false", true)]
    [InlineData("s", "IsString", "true", true)]
    [InlineData("n", "IsString", "true", false)]
    [InlineData("n", "IsNumeric", "true", true)]
    [InlineData("s", "IsNumeric", "false", true)]
    [InlineData("no", "IsBoolean", "true", true)]
    [InlineData("nothing", "IsBoolean", "true", false)]
    [InlineData("t", "IsTimestamp", "true", true)]
    [InlineData("s", "IsTimestamp", "true", false)]
    [InlineData("nothing", "IsPresent", "true", true)]
    [InlineData("missing", "IsPresent", "true", false)]
    [InlineData("missing", "IsPresent", "false", true)]
    [InlineData("missing.deep", "IsPresent", "false", true)]
    [InlineData("list[?(@ > 5)]", "IsPresent", "true", false)]
    [InlineData("list[?(@ == 1)]", "IsPresent", "true", true)]
    public void Choose_Operator_MatchesOrNot(string variable, string name, string value, bool expected) =>
        Matches($$"""{"Variable": "$.{{variable}}", "{{name}}": {{value}}}""").ShouldBe(expected);

    [Theory]
    [InlineData("b", "b", true)]
    [InlineData("b", "*", true)]
    [InlineData("", "*", true)]
    [InlineData("foo23.log", "foo*.log", true)]
    [InlineData("zebra.log", "*.log", true)]
    [InlineData("foobar.zebra", "foo*.*", true)]
    [InlineData("foobar", "foo*.*", false)]
    [InlineData("abcabc", "a*bc", true)]
    [InlineData("aXbXc", "a*b*c", true)]
    [InlineData("ac", "a*a", false)]
    [InlineData("a", "a*a", false)]
    [InlineData("a*c", """a\\*c""", true)]
    [InlineData("abc", """a\\*c""", false)]
    [InlineData("""a\\c""", """a\\\\c""", true)]
    [InlineData("a.c", "a?c", false)]
    public void StringMatches_Pattern_StarsStandForAnything(string text, string pattern, bool expected) =>
        Matches($$"""{"Variable": "$.text", "StringMatches": "{{pattern}}"}""", $$"""{"text": "{{text}}"}""").ShouldBe(expected);

    [Theory]
    [InlineData("""{"And": [{"Variable": "$.yes", "BooleanEquals": true}, {"Variable": "$.n", "NumericEquals": 5}]}""", true)]
    [InlineData("""{"And": [{"Variable": "$.yes", "BooleanEquals": true}, {"Variable": "$.n", "NumericEquals": 6}]}""", false)]
    [InlineData("""{"And": [{"Variable": "$.gone", "IsPresent": true}, {"Variable": "$.gone", "NumericEquals": 6}]}""", false)]
    [InlineData("""{"Or": [{"Variable": "$.n", "NumericEquals": 6}, {"Variable": "$.n", "NumericEquals": 5}]}""", true)]
    [InlineData("""{"Or": [{"Variable": "$.n", "NumericEquals": 5}, {"Variable": "$.gone", "NumericEquals": 5}]}""", true)]
    [InlineData("""{"Not": {"Variable": "$.n", "NumericEquals": 5}}""", false)]
    [InlineData("""{"Not": {"And": [{"Not": {"Variable": "$.n", "NumericEquals": 5}}]}}""", true)]
    public void Choose_BooleanRules_StopAsSoonAsTheyKnow(string rule, bool expected) => Matches(rule).ShouldBe(expected);

    [Theory]
    [InlineData("""{"Variable": "$.gone", "StringEquals": "x"}""")]
    [InlineData("""{"Variable": "$.gone", "IsNull": true}""")]
    [InlineData("""{"Variable": "$.s", "StringEqualsPath": "$.gone"}""")]
    [InlineData("""{"Variable": "$unset", "StringEquals": "x"}""")]
    public void Choose_MissingValue_IsARuntimeError(string rule) => Given.Error(() => Matches(rule)).ShouldBe(ErrorName.Runtime);

    [Fact]
    public void Choose_Rules_TakesTheFirstThatMatchesWithItsAssign()
    {
        var state = Choice("""
            [{"Variable": "$.n", "NumericEquals": 6, "Next": "A", "Assign": {"x": 1}},
             {"Variable": "$.n", "NumericEquals": 5, "Next": "B", "Assign": {"x.$": "$.s"}},
             {"Variable": "$.n", "NumericEquals": 5, "Next": "A"}]
            """, """, "Default": "A", "Assign": {"x": 3}""");
        var outcome = state.Choose(Scope(Input));
        outcome.Next.ShouldBe("B");
        outcome.Data.Leave(Scope(Input)).Assigned["x"]!.GetValue<string>().ShouldBe("b");
    }

    [Fact]
    public void Choose_NoRuleMatches_TakesTheDefaultWithTheStatesAssign()
    {
        var state = Choice("""[{"Variable": "$.n", "NumericEquals": 6, "Next": "B", "Assign": {"x": 1}}]""", """, "Default": "A", "Assign": {"x": 3}""");
        var outcome = state.Choose(Scope(Input));
        outcome.Next.ShouldBe("A");
        outcome.Data.Leave(Scope(Input)).Assigned["x"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public void Choose_NoRuleAndNoDefault_IsNoChoiceMatched() => Given.Error(() =>
        Choice("""[{"Variable": "$.n", "NumericEquals": 6, "Next": "A"}, {"Variable": "$.n", "NumericEquals": 7, "Next": "B"}]""", "").Choose(Scope(Input)))
        .ShouldBe(ErrorName.NoChoiceMatched);

    private static bool Matches(string rule, string input = Input) =>
        Choice($$"""[{"Next": "B", {{rule.Trim()[1..]}}]""", """, "Default": "A" """).Choose(Scope(input)).Next == "B";

    private static ChoiceState Choice(string rules, string more) => (ChoiceState)KakaoWorkflow.Emulator.StepFunctions.Language.StateMachineDefinition.Parse(
        Given.Machine($$"""{"Type": "Choice", "Choices": {{rules}}{{more}}}""", """ "A": {"Type": "Succeed"}, "B": {"Type": "Succeed"} """)).Root.Start;

    private static KakaoWorkflow.Emulator.StepFunctions.Language.Data.EvaluationScope Scope(string input) =>
        Given.Scope(input, """{"Execution": {"Limit": 6}}""", """{"limit": 5}""");
}
