using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Definitions;

public sealed class RefusedDefinitionTests
{
    private const string Schema = DiagnosticCode.SchemaValidationFailed;
    private const string Target = DiagnosticCode.MissingTransitionTarget;
    private const string Unsupported = DiagnosticCode.Unsupported;

    [Theory]
    [InlineData("", Schema + " ")]
    [InlineData("[]", Schema + " ")]
    [InlineData("{", Schema + " ")]
    [InlineData("""{"StartAt": "S"}""", Schema + " ")]
    [InlineData("""{"States": {"S": {"Type": "Succeed"}}}""", Schema + " ")]
    [InlineData("""{"StartAt": "S", "States": {}}""", Schema + " /States", Target + " /StartAt")]
    [InlineData("""{"StartAt": "S", "States": []}""", Schema + " /States")]
    [InlineData("""{"StartAt": "T", "States": {"S": {"Type": "Succeed"}}}""", Target + " /StartAt")]
    [InlineData("""{"StartAt": 1, "States": {"S": {"Type": "Succeed"}}}""", Schema + " /StartAt")]
    [InlineData("""{"StartAt": "S", "States": {"S": 1}}""", Schema + " /States/S")]
    [InlineData("""{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}, "Foo": 1}""", Schema + " /Foo")]
    [InlineData("""{"StartAt": "S", "StartAt": "S", "States": {"S": {"Type": "Succeed"}}}""", Schema + " /StartAt")]
    [InlineData("""{"StartAt": "S", "States": {"S": {"Type": "Succeed"}, "S": {"Type": "Succeed"}}}""", Schema + " /States/S")]
    [InlineData("""{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}, "Version": "2.0"}""", Schema + " /Version")]
    [InlineData("""{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}, "TimeoutSeconds": 0}""", Schema + " /TimeoutSeconds")]
    [InlineData("""{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}, "TimeoutSeconds": 1.5}""", Schema + " /TimeoutSeconds")]
    [InlineData("""{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}, "QueryLanguage": "JSONata"}""", Unsupported + " /QueryLanguage")]
    [InlineData("""{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}, "QueryLanguage": "SQL"}""", Schema + " /QueryLanguage")]
    [InlineData("""{"StartAt": "S", "States": {"S": {"Type": "Succeed"}, "a/b~c": {"Type": "Succeed"}}}""", Target + " /States/a~1b~0c")]
    public void Parse_TopLevel_IsRefusedWhereItIsWrong(string definition, params string[] expected) =>
        Given.Diagnostics(definition).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("""{"Type": "Loop", "End": true}""", Schema + " /States/S/Type")]
    [InlineData("""{"End": true}""", Schema + " /States/S")]
    [InlineData("""{"Type": "Pass", "End": true, "Foo": 1}""", Schema + " /States/S/Foo")]
    [InlineData("""{"Type": "Pass", "End": true, "ResultSelector": {}}""", Schema + " /States/S/ResultSelector")]
    [InlineData("""{"Type": "Pass", "End": true, "QueryLanguage": "JSONata"}""", Unsupported + " /States/S/QueryLanguage")]
    [InlineData("""{"Type": "Pass", "End": true, "Output": {}}""", Unsupported + " /States/S/Output")]
    [InlineData("""{"Type": "Pass", "End": true, "Arguments": {}}""", Unsupported + " /States/S/Arguments")]
    [InlineData("""{"Type": "Pass", "End": true, "Comment": 1}""", Schema + " /States/S/Comment")]
    [InlineData("""{"Type": "Pass"}""", Schema + " /States/S")]
    [InlineData("""{"Type": "Pass", "End": false}""", Schema + " /States/S")]
    [InlineData("""{"Type": "Pass", "End": "yes"}""", Schema + " /States/S/End", Schema + " /States/S")]
    [InlineData("""{"Type": "Pass", "End": true, "Next": "S"}""", Schema + " /States/S/End")]
    [InlineData("""{"Type": "Pass", "Next": "Nowhere"}""", Target + " /States/S/Next")]
    [InlineData("""{"Type": "Pass", "End": true, "InputPath": "$.["}""", DiagnosticCode.InvalidPath + " /States/S/InputPath")]
    [InlineData("""{"Type": "Pass", "End": true, "InputPath": 5}""", Schema + " /States/S/InputPath")]
    [InlineData("""{"Type": "Pass", "End": true, "OutputPath": "x"}""", DiagnosticCode.InvalidPath + " /States/S/OutputPath")]
    [InlineData("""{"Type": "Pass", "End": true, "ResultPath": "$.a[*]"}""", DiagnosticCode.InvalidPath + " /States/S/ResultPath")]
    [InlineData("""{"Type": "Pass", "End": true, "ResultPath": "$$.a"}""", DiagnosticCode.InvalidPath + " /States/S/ResultPath")]
    [InlineData("""{"Type": "Pass", "End": true, "Parameters": [1]}""", Schema + " /States/S/Parameters")]
    [InlineData("""{"Type": "Pass", "End": true, "Parameters": {"a": {"b.$": 5}}}""", Schema + " /States/S/Parameters/a/b.$")]
    [InlineData("""{"Type": "Pass", "End": true, "Parameters": {"a": [{"b.$": "$.["}]}}""", DiagnosticCode.InvalidPath + " /States/S/Parameters/a/0/b.$")]
    [InlineData("""{"Type": "Pass", "End": true, "Parameters": {"b.$": "nope"}}""", DiagnosticCode.InvalidIntrinsic + " /States/S/Parameters/b.$")]
    [InlineData("""{"Type": "Pass", "End": true, "Parameters": {"b.$": "$.x", "b": 1}}""", Schema + " /States/S/Parameters/b")]
    [InlineData("""{"Type": "Pass", "End": true, "Parameters": {"b": 1, "b": 1}}""", Schema + " /States/S/Parameters/b")]
    [InlineData("""{"Type": "Pass", "End": true, "Result": {"b": 1, "b": 1}}""", Schema + " /States/S/Result")]
    [InlineData("""{"Type": "Pass", "End": true, "Assign": 1}""", Schema + " /States/S/Assign")]
    [InlineData("""{"Type": "Pass", "End": true, "Assign": {"a-b": 1}}""", Schema + " /States/S/Assign/a-b")]
    [InlineData("""{"Type": "Pass", "End": true, "Assign": {"states": 1}}""", Schema + " /States/S/Assign/states")]
    [InlineData("""{"Type": "Pass", "End": true, "Assign": {"a": 1, "a.$": "$.b"}}""", Schema + " /States/S/Assign/a.$")]
    [InlineData("""{"Type": "Pass", "End": true, "Assign": {"a.$": "$.["}}""", DiagnosticCode.InvalidPath + " /States/S/Assign/a.$")]
    [InlineData("""{"Type": "Pass", "End": true, "Parameters": {"t.$": "$$.Task.Token"}}""", DiagnosticCode.TaskToken + " /States/S/Parameters/t.$")]
    [InlineData("""{"Type": "Succeed", "InputPath": "$$.Task.Token"}""", DiagnosticCode.TaskToken + " /States/S/InputPath")]
    [InlineData("""{"Type": "Succeed", "End": true}""", Schema + " /States/S/End")]
    [InlineData("""{"Type": "Succeed", "Assign": {}}""", Schema + " /States/S/Assign")]
    [InlineData("""{"Type": "Fail", "InputPath": "$"}""", Schema + " /States/S/InputPath")]
    [InlineData("""{"Type": "Fail", "Error": "E", "ErrorPath": "$.e"}""", Schema + " /States/S/ErrorPath")]
    [InlineData("""{"Type": "Fail", "Cause": "c", "CausePath": "$.c"}""", Schema + " /States/S/CausePath")]
    [InlineData("""{"Type": "Fail", "Cause": 5}""", Schema + " /States/S/Cause")]
    [InlineData("""{"Type": "Fail", "CausePath": "$.c[*]"}""", DiagnosticCode.InvalidPath + " /States/S/CausePath")]
    [InlineData("""{"Type": "Fail", "CausePath": "States.MathAdd(1, 2)"}""", DiagnosticCode.InvalidIntrinsic + " /States/S/CausePath")]
    public void Parse_State_IsRefusedWhereItIsWrong(string state, params string[] expected) =>
        Given.Diagnostics(Given.Machine(state)).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("""{"Type": "Wait", "End": true}""", Schema + " /States/S")]
    [InlineData("""{"Type": "Wait", "Seconds": 1, "SecondsPath": "$.s", "End": true}""", Schema + " /States/S")]
    [InlineData("""{"Type": "Wait", "Seconds": -1, "End": true}""", Schema + " /States/S/Seconds")]
    [InlineData("""{"Type": "Wait", "Seconds": "1", "End": true}""", Schema + " /States/S/Seconds")]
    [InlineData("""{"Type": "Wait", "Timestamp": "tomorrow", "End": true}""", Schema + " /States/S/Timestamp")]
    [InlineData("""{"Type": "Wait", "SecondsPath": "$.a[*]", "End": true}""", DiagnosticCode.InvalidPath + " /States/S/SecondsPath")]
    [InlineData("""{"Type": "Wait", "TimestampPath": "a", "End": true}""", DiagnosticCode.InvalidPath + " /States/S/TimestampPath")]
    [InlineData("""{"Type": "Wait", "Seconds": 1, "ResultPath": "$.x", "End": true}""", Schema + " /States/S/ResultPath")]
    [InlineData("""{"Type": "Map", "End": true}""", Schema + " /States/S")]
    [InlineData("""{"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "I"}}""", Schema + " /States/S/ItemProcessor")]
    [InlineData("""{"Type": "Parallel", "End": true}""", Schema + " /States/S")]
    [InlineData("""{"Type": "Parallel", "End": true, "Branches": []}""", Schema + " /States/S/Branches")]
    [InlineData("""{"Type": "Parallel", "End": true, "Branches": [1]}""", Schema + " /States/S/Branches/0")]
    [InlineData("""{"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}, "Foo": 1}]}""", Schema + " /States/S/Branches/0/Foo")]
    [InlineData("""{"Type": "Parallel", "End": true, "Branches": [{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}}]}""", DiagnosticCode.DuplicateStateName + " /States/S/Branches/0/States/S")]
    [InlineData("""{"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "S"}}}]}""", Target + " /States/S/Branches/0/States/A/Next")]
    [InlineData("""{"Type": "Parallel", "End": true, "Assign": {"x": 1}, "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x.$": "$"}, "End": true}}}]}""", Schema + " /States/S/Branches/0/States/A/Assign/x.$")]
    public void Parse_WaitAndBranches_AreRefusedWhereTheyAreWrong(string state, params string[] expected) =>
        Given.Diagnostics(Given.Machine(state)).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("\"ItemProcessor\": {P}, \"Iterator\": {P}", Schema + " /States/S/Iterator")]
    [InlineData("\"Iterator\": {\"ProcessorConfig\": {}, P}", Schema + " /States/S/Iterator/ProcessorConfig")]
    [InlineData("\"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\"}, P}", Unsupported + " /States/S/ItemProcessor/ProcessorConfig/Mode")]
    [InlineData("\"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"X\"}, P}", Schema + " /States/S/ItemProcessor/ProcessorConfig/Mode")]
    [InlineData("\"ItemProcessor\": {\"ProcessorConfig\": {\"ExecutionType\": \"STANDARD\"}, P}", Unsupported + " /States/S/ItemProcessor/ProcessorConfig/ExecutionType")]
    [InlineData("\"ItemProcessor\": {P}, \"ItemReader\": {}", Unsupported + " /States/S/ItemReader")]
    [InlineData("\"ItemProcessor\": {P}, \"ItemBatcher\": {}", Unsupported + " /States/S/ItemBatcher")]
    [InlineData("\"ItemProcessor\": {P}, \"ResultWriter\": {}", Unsupported + " /States/S/ResultWriter")]
    [InlineData("\"ItemProcessor\": {P}, \"ToleratedFailureCount\": 1", Unsupported + " /States/S/ToleratedFailureCount")]
    [InlineData("\"ItemProcessor\": {P}, \"ToleratedFailurePercentage\": 1", Unsupported + " /States/S/ToleratedFailurePercentage")]
    [InlineData("\"ItemProcessor\": {P}, \"ItemSelector\": {}, \"Parameters\": {}", Schema + " /States/S/Parameters")]
    [InlineData("\"ItemProcessor\": {P}, \"ItemsPath\": \"$.a[*]\"", DiagnosticCode.InvalidPath + " /States/S/ItemsPath")]
    [InlineData("\"ItemProcessor\": {P}, \"MaxConcurrency\": -1", Schema + " /States/S/MaxConcurrency")]
    [InlineData("\"ItemProcessor\": {P}, \"MaxConcurrency\": 1, \"MaxConcurrencyPath\": \"$.m\"", Schema + " /States/S/MaxConcurrencyPath")]
    public void Parse_Map_IsRefusedWhereItIsWrong(string fields, params string[] expected) => Given.Diagnostics(Given.Machine(
        $$"""{"Type": "Map", "End": true, {{ReplaceProcessors(fields)}}}""")).ShouldBe(expected, ignoreOrder: true);

    /// <summary>Each P becomes a processor with a state of its own name.</summary>
    private static string ReplaceProcessors(string fields)
    {
        var parts = fields.Split("P}");
        return parts[0] + string.Concat(parts.Skip(1).Select((part, number) =>
            $"\"StartAt\": \"I{number}\", \"States\": {{ \"I{number}\": {{ \"Type\": \"Succeed\" }} }} }}{part}"));
    }
}
