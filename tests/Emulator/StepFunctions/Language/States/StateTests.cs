using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.States;

public sealed class StateTests
{
    [Theory]
    [InlineData("", """{"a":1}""")]
    [InlineData("\"Result\": {\"b.$\": \"$.a\"},", """{"b.$":"$.a"}""")]
    [InlineData("\"Result\": null,", "null")]
    [InlineData("\"Parameters\": {\"b.$\": \"$.a\"},", """{"b":1}""")]
    [InlineData("\"Parameters\": {\"b.$\": \"$.a\"}, \"Result\": 5,", "5")]
    public void PassResult_Fields_GiveTheResult(string fields, string expected) =>
        JsonText.Write(Given.State<PassState>($$"""{"Type": "Pass", {{fields}} "End": true}""").Data.Pass(Given.Scope("""{"a":1}""")).Output).ShouldBe(expected);

    [Theory]
    [InlineData("", null, null)]
    [InlineData(", \"Error\": \"E\", \"Cause\": \"why\"", "E", "why")]
    [InlineData(", \"ErrorPath\": \"$.e\", \"CausePath\": \"States.Format('{}!', $.n)\"", "Sold", "5!")]
    [InlineData(", \"Error\": \"E\", \"CausePath\": \"$$.Execution.Id\"", "E", "x")]
    public void Failure_Fields_GiveErrorAndCause(string fields, string? error, string? cause) =>
        Fail(fields).Failure(Given.Scope("""{"e": "Sold", "n": 5}""", """{"Execution": {"Id": "x"}}""")).ShouldBe((error, cause));

    [Theory]
    [InlineData("\"ErrorPath\": \"$.n\"", ErrorName.Runtime)]
    [InlineData("\"ErrorPath\": \"$.gone\"", ErrorName.Runtime)]
    [InlineData("\"CausePath\": \"States.ArrayGetItem($.list, 3)\"", ErrorName.IntrinsicFailure)]
    [InlineData("\"CausePath\": \"States.ArrayGetItem($.list, 0)\"", ErrorName.Runtime)]
    public void Failure_WrongValue_Fails(string field, string expected) =>
        Given.Error(() => Fail(", " + field).Failure(Given.Scope("""{"n": 5, "list": [1]}"""))).ShouldBe(expected);

    [Fact]
    public void MapItems_ItemsPath_FindsTheArray()
    {
        JsonText.Write(Map("\"ItemsPath\": \"$.lines\",").Items(Given.Scope("""{"lines": [1, 2]}"""))).ShouldBe("[1,2]");
        JsonText.Write(Map("").Items(Given.Scope("[3]"))).ShouldBe("[3]");
        Given.Error(() => Map("").Items(Given.Scope("{}"))).ShouldBe(ErrorName.Runtime);
        Given.Error(() => Map("\"ItemsPath\": \"$.gone\",").Items(Given.Scope("{}"))).ShouldBe(ErrorName.Runtime);
    }

    [Theory]
    [InlineData("", 40)]
    [InlineData("\"MaxConcurrency\": 0,", 40)]
    [InlineData("\"MaxConcurrency\": 3,", 3)]
    [InlineData("\"MaxConcurrency\": 41,", 40)]
    [InlineData("\"MaxConcurrencyPath\": \"$.max\",", 2)]
    public void MapConcurrency_Fields_AreCappedAsInlineMapsAre(string fields, int expected) =>
        Map(fields).Concurrency(Given.Scope("""{"max": 2}""")).ShouldBe(expected);

    [Fact]
    public void MapConcurrency_WrongValue_IsARuntimeError() =>
        Given.Error(() => Map("\"MaxConcurrencyPath\": \"$.max\",").Concurrency(Given.Scope("""{"max": -1}"""))).ShouldBe(ErrorName.Runtime);

    [Theory]
    [InlineData("", "7")]
    [InlineData("\"ItemSelector\": {\"i.$\": \"$$.Map.Item.Index\", \"v.$\": \"$$.Map.Item.Value\", \"shop.$\": \"$.shop\"},", """{"i":0,"v":7,"shop":"s"}""")]
    [InlineData("\"Parameters\": {\"v.$\": \"$$.Map.Item.Value\"},", """{"v":7}""")]
    public void MapIterationInput_Selector_SeesTheItemAndTheInput(string fields, string expected) => JsonText.Write(Map(fields).IterationInput(
        Given.Scope("""{"shop": "s"}""", """{"Map": {"Item": {"Index": 0, "Value": 7}}}"""), 7)).ShouldBe(expected);

    private static FailState Fail(string fields) => Given.State<FailState>($$"""{"Type": "Fail"{{fields}}}""");

    private static MapState Map(string fields) => Given.State<MapState>(
        $$$"""{"Type": "Map", {{{fields}}} "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"} } }, "End": true}""");
}
