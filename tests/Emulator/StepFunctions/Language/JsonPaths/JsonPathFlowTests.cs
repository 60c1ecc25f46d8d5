using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.JsonPaths;

public sealed class JsonPathFlowTests
{
    private const string Input = """{"order": {"total": 4500, "lines": [1, 2]}, "id": "o-1"}""";

    [Theory]
    [InlineData("", Input)]
    [InlineData("\"InputPath\": \"$.order\", ", """{"total":4500,"lines":[1,2]}""")]
    [InlineData("\"InputPath\": null, ", "{}")]
    [InlineData("\"InputPath\": \"$.order.lines[*]\", ", "[1,2]")]
    [InlineData("\"InputPath\": \"$$.Execution\", ", """{"Id":"e"}""")]
    public void EffectiveInput_InputPath_Selects(string field, string expected) =>
        JsonText.Write(Flow(field).EffectiveInput(Scope(Input))).ShouldBe(Compact(expected));

    [Theory]
    [InlineData("", Input)]
    [InlineData("\"OutputPath\": \"$.id\", ", "\"o-1\"")]
    [InlineData("\"OutputPath\": null, ", "{}")]
    public void Output_OutputPath_Selects(string field, string expected) =>
        JsonText.Write(Flow(field).Leave(Scope(Input)).Output).ShouldBe(Compact(expected));

    [Fact]
    public void EffectiveInputAndOutput_NothingThere_AreRuntimeErrors()
    {
        Given.Error(() => Flow("\"InputPath\": \"$.gone\", ").EffectiveInput(Scope(Input))).ShouldBe(ErrorName.Runtime);
        Given.Error(() => Flow("\"OutputPath\": \"$.gone\", ").Leave(Scope(Input))).ShouldBe(ErrorName.Runtime);
    }

    [Fact]
    public void Arguments_Template_ReplacesExpressionsHoweverDeep() => JsonText.Write(Flow("""
        "Parameters": {
          "fixed": {"n": 1.0, "list": [1, "$.id"]},
          "id.$": "$.id",
          "deep": [{"total.$": "$.order.total"}, [{"execution.$": "$$.Execution.Id"}]],
          "text.$": "States.Format('{} won', $.order.total)",
          "variable.$": "$v"
        },
        """).Arguments(Scope(Input))).ShouldBe(
        """{"fixed":{"n":1.0,"list":[1,"$.id"]},"id":"o-1","deep":[{"total":4500},[{"execution":"e"}]],"text":"4500 won","variable":{"a":1}}""");

    [Fact]
    public void Arguments_NoTemplate_AreTheEffectiveInput()
    {
        var scope = Scope(Input);
        Flow("").Arguments(scope).ShouldBeSameAs(scope.Input);
    }

    [Fact]
    public void Arguments_MissingPath_IsARuntimeErrorInAwsWords()
    {
        var failure = Should.Throw<StatesException>(() => Flow("\"Parameters\": {\"x.$\": \"$.gone\"}, ").Arguments(Scope(Input)));
        failure.Error.ShouldBe(ErrorName.Runtime);
        failure.Cause.ShouldBe($"The JSONPath '$.gone' specified for the field 'x.$' could not be found in the input '{Compact(Input)}'");
    }

    [Theory]
    [InlineData("$$.Gone")]
    [InlineData("$gone")]
    public void Arguments_MissingInContextOrVariables_ShowNoneOfTheData(string path)
    {
        var failure = Should.Throw<StatesException>(() => Flow($"\"Parameters\": {{\"x.$\": \"{path}\"}}, ").Arguments(Scope(Input)));
        failure.Error.ShouldBe(ErrorName.Runtime);
        failure.Cause.ShouldContain($"'{path}'");
        failure.Cause.ShouldNotContain("{");
    }

    [Fact]
    public void ResultSelectorAndAssign_MissingPath_AreRuntimeErrors()
    {
        Given.Error(() => Flow("\"ResultSelector\": {\"x.$\": \"$.gone\"}, ").Leave(Scope("{}"), JsonText.Parse(Input))).ShouldBe(ErrorName.Runtime);
        Given.Error(() => Flow("\"Assign\": {\"x.$\": \"$.gone\"}, ").Leave(Scope("{}"), JsonText.Parse(Input))).ShouldBe(ErrorName.Runtime);
    }

    [Fact]
    public void Arguments_FailingIntrinsic_IsAnIntrinsicFailure() => Given.Error(() =>
        Flow("\"Parameters\": {\"x.$\": \"States.ArrayLength($.id)\"}, ").Arguments(Scope(Input))).ShouldBe(ErrorName.IntrinsicFailure);

    [Fact]
    public void SelectResult_Template_SeesTheResultAndTheContext() => JsonText.Write(Flow("""
        "ResultSelector": {"status.$": "$.StatusCode", "by.$": "$$.Execution.Id"},
        """).Leave(Scope("{}"), JsonText.Parse("""{"StatusCode": 200}""")).Output).ShouldBe("""{"status":200,"by":"e"}""");

    [Theory]
    [InlineData("", "7")]
    [InlineData("\"ResultPath\": \"$\", ", "7")]
    [InlineData("\"ResultPath\": null, ", """{"a":1}""")]
    [InlineData("\"ResultPath\": \"$.quote.total\", ", """{"a":1,"quote":{"total":7}}""")]
    public void PlaceResult_ResultPath_CombinesWithTheRawInput(string field, string expected) =>
        JsonText.Write(Flow(field).Leave(Scope("""{"a":1}"""), 7).Output).ShouldBe(expected);

    [Fact]
    public void PlaceResult_ScalarInput_IsAResultPathMatchFailure() =>
        Given.Error(() => Flow("\"ResultPath\": \"$.x\", ").Leave(Scope("\"foo\""), 7)).ShouldBe(ErrorName.ResultPathMatchFailure);

    [Fact]
    public void Assign_Expressions_AllSeeTheOldVariables()
    {
        var values = Flow("""
            "Assign": {"v": 42, "newOrOld.$": "$v.a", "result.$": "$.x", "nested": {"y.$": "$.x"}},
            """).Leave(Scope("{}"), JsonText.Parse("""{"x": 9}""")).Assigned;
        JsonText.Write(values["newOrOld"]).ShouldBe("1");
        JsonText.Write(values["v"]).ShouldBe("42");
        JsonText.Write(values["result"]).ShouldBe("9");
        JsonText.Write(values["nested"]).ShouldBe("""{"y":9}""");
    }

    [Fact]
    public void Assign_Size_IsLimited()
    {
        // A string's JSON has two quotes around it.
        var flow = Flow("\"Assign\": {\"x.$\": \"$\"}, ");
        flow.Leave(Given.Scope(), new string('a', 262_142)).Assigned.Count.ShouldBe(1);
        Given.Error(() => flow.Leave(Given.Scope(), new string('a', 262_143))).ShouldBe(ErrorName.DataLimitExceeded);
    }

    [Fact]
    public void Evaluate_Repeated_LeavesTheTemplateAndTheInputUnchanged()
    {
        var flow = Flow("\"Parameters\": {\"fixed\": {\"a\": []}, \"order.$\": \"$.order\"}, ");
        var scope = Scope(Input);
        var first = flow.Arguments(scope)!.AsObject();
        first["fixed"]!["a"]!.AsArray().Add(1);
        first["order"]!["total"] = 0;
        JsonText.Write(flow.Arguments(scope)).ShouldBe("""{"fixed":{"a":[]},"order":{"total":4500,"lines":[1,2]}}""");
    }

    private static DataFlow Flow(string fields) => Given.State<TaskState>(
        $$"""{"Type": "Task", "Resource": "arn:aws:lambda:ap-northeast-2:123456789012:function:F", {{fields.TrimEnd().TrimEnd(',')}}{{(fields.Length == 0 ? "" : ",")}} "End": true}""").Data;

    private static EvaluationScope Scope(string input) => Given.Scope(input, """{"Execution": {"Id": "e"}}""", """{"v": {"a": 1}}""");

    private static string Compact(string json) => JsonText.Write(JsonText.Parse(json));
}
