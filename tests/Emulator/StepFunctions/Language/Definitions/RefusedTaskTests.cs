using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Definitions;

public sealed class RefusedTaskTests
{
    private const string Schema = DiagnosticCode.SchemaValidationFailed;
    private const string Unsupported = DiagnosticCode.Unsupported;
    private const string Function = "arn:aws:lambda:ap-northeast-2:123456789012:function:F";

    [Theory]
    [InlineData("lambda", Schema)]
    [InlineData("arn:azure:states:::lambda:invoke", Schema)]
    [InlineData("arn:aws:lambda:ap-northeast-2:123456789012:layer:F", Schema)]
    [InlineData("arn:aws:lambda:ap-northeast-2::function:F", Schema)]
    [InlineData("arn:aws:states:us-east-1:123456789012:lambda:invoke", Schema)]
    [InlineData("arn:aws:states:::dynamodb:getItem.waitForTaskToken", Schema)]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:A", Unsupported)]
    [InlineData("arn:aws:states:::states:startExecution.sync", Unsupported)]
    [InlineData("arn:aws:states:::states:startExecution", Unsupported)]
    [InlineData("arn:aws:states:::aws-sdk:s3:getObject", Unsupported)]
    [InlineData("arn:aws:states:::sns:publish", Unsupported)]
    [InlineData("arn:aws:states:::dynamodb:query", Unsupported)]
    [InlineData("arn:aws:states:::http:invoke", Unsupported)]
    [InlineData("arn:aws:s3:::bucket", Unsupported)]
    public void Parse_Resource_IsRefusedByName(string arn, string code)
    {
        var exception = Should.Throw<InvalidDefinitionException>(() => StateMachineDefinition.Parse(Given.Machine(
            $$"""{"Type": "Task", "Resource": "{{arn}}", "Parameters": {"t.$": "$$.Task.Token"}, "End": true}""")));
        var diagnostic = exception.Diagnostics.ShouldHaveSingleItem();
        diagnostic.ShouldBe(new Diagnostic(code, diagnostic.Message, "/States/S/Resource"));
        diagnostic.Message.ShouldContain(arn);
        exception.Message.ShouldContain("/States/S/Resource");
    }

    [Theory]
    [InlineData("lambda:invoke", "{}", Schema + " /States/S/Parameters")]
    [InlineData("lambda:invoke", null, Schema + " /States/S")]
    [InlineData("lambda:invoke", "[]", Schema + " /States/S/Parameters")]
    [InlineData("lambda:invoke", """{"FunctionName": "f", "Foo.$": "$"}""", Schema + " /States/S/Parameters/Foo.$")]
    [InlineData("lambda:invoke", """{"FunctionName": "f", "LogType": "Tail"}""", Schema + " /States/S/Parameters/LogType")]
    [InlineData("sqs:sendMessage", """{"QueueUrl": "q"}""", Schema + " /States/S/Parameters")]
    [InlineData("dynamodb:getItem", """{"TableName": "t", "Key": {}, "Item": {}}""", Schema + " /States/S/Parameters/Item")]
    [InlineData("dynamodb:putItem", """{"TableName.$": "$.t"}""", Schema + " /States/S/Parameters")]
    [InlineData("lambda:invoke.waitForTaskToken", """{"FunctionName": "f", "Payload": {"t": "$$.Task.Token"}}""", DiagnosticCode.TaskToken + " /States/S/Parameters")]
    [InlineData("lambda:invoke", """{"FunctionName": "f", "Payload": {"t.$": "$$.Task.Token"}}""", DiagnosticCode.TaskToken + " /States/S/Parameters/Payload/t.$")]
    [InlineData("lambda:invoke", """{"FunctionName": "f", "Payload": {"t.$": "States.Array($$.Task.Token)"}}""", DiagnosticCode.TaskToken + " /States/S/Parameters/Payload/t.$")]
    public void Parse_Parameters_AreThoseOfTheIntegration(string integration, string? parameters, params string[] expected) => Given.Diagnostics(Given.Machine(
        $$"""{"Type": "Task", "Resource": "arn:aws:states:::{{integration}}", {{(parameters is null ? "" : $"\"Parameters\": {parameters},")}} "End": true}"""))
        .ShouldBe(expected);

    [Theory]
    [InlineData("\"TimeoutSeconds\": 0", Schema + " /States/S/TimeoutSeconds")]
    [InlineData("\"TimeoutSeconds\": 100000000", Schema + " /States/S/TimeoutSeconds")]
    [InlineData("\"TimeoutSeconds\": 5, \"TimeoutSecondsPath\": \"$.t\"", Schema + " /States/S/TimeoutSecondsPath")]
    [InlineData("\"HeartbeatSeconds\": 5, \"HeartbeatSecondsPath\": \"$.t\"", Schema + " /States/S/HeartbeatSecondsPath")]
    [InlineData("\"TimeoutSeconds\": 5, \"HeartbeatSeconds\": 5", Schema + " /States/S/HeartbeatSeconds")]
    [InlineData("\"TimeoutSecondsPath\": \"$.t[*]\"", DiagnosticCode.InvalidPath + " /States/S/TimeoutSecondsPath")]
    [InlineData("\"Credentials\": {}", Unsupported + " /States/S/Credentials")]
    [InlineData("\"Result\": {}", Schema + " /States/S/Result")]
    [InlineData("\"Retry\": {}", Schema + " /States/S/Retry")]
    [InlineData("\"Retry\": [{}]", Schema + " /States/S/Retry/0")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": []}]", Schema + " /States/S/Retry/0/ErrorEquals")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [1]}]", Schema + " /States/S/Retry/0/ErrorEquals/0")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"States.ALL\", \"E\"]}]", Schema + " /States/S/Retry/0/ErrorEquals")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}, {\"ErrorEquals\": [\"E\"]}]", Schema + " /States/S/Retry/0/ErrorEquals")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 0}]", Schema + " /States/S/Retry/0/IntervalSeconds")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": -1}]", Schema + " /States/S/Retry/0/MaxAttempts")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": 100000000}]", Schema + " /States/S/Retry/0/MaxAttempts")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"BackoffRate\": 0.9}]", Schema + " /States/S/Retry/0/BackoffRate")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"BackoffRate\": \"2\"}]", Schema + " /States/S/Retry/0/BackoffRate")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 5, \"MaxDelaySeconds\": 5}]", Schema + " /States/S/Retry/0/MaxDelaySeconds")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"MaxDelaySeconds\": 31622400}]", Schema + " /States/S/Retry/0/MaxDelaySeconds")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"JitterStrategy\": \"SOME\"}]", Schema + " /States/S/Retry/0/JitterStrategy")]
    [InlineData("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"Foo\": 1}]", Schema + " /States/S/Retry/0/Foo")]
    [InlineData("\"Catch\": [{\"ErrorEquals\": [\"E\"]}]", Schema + " /States/S/Catch/0")]
    [InlineData("\"Catch\": [{\"ErrorEquals\": [\"E\"], \"Next\": \"X\"}]", DiagnosticCode.MissingTransitionTarget + " /States/S/Catch/0/Next")]
    [InlineData("\"Catch\": [{\"ErrorEquals\": [\"E\"], \"Next\": \"S\", \"Output\": {}}]", Unsupported + " /States/S/Catch/0/Output")]
    [InlineData("\"Catch\": [{\"ErrorEquals\": [\"E\"], \"Next\": \"S\", \"ResultPath\": \"$.a[*]\"}]", DiagnosticCode.InvalidPath + " /States/S/Catch/0/ResultPath")]
    [InlineData("\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"S\"}, {\"ErrorEquals\": [\"E\"], \"Next\": \"S\"}]", Schema + " /States/S/Catch/0/ErrorEquals")]
    public void Parse_Task_IsRefusedWhereItIsWrong(string fields, params string[] expected) => Given.Diagnostics(Given.Machine(
        $$"""{"Type": "Task", "Resource": "{{Function}}", "End": true, {{fields}}}""")).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("\"MaxAttempts\": 99999999")]
    [InlineData("\"MaxDelaySeconds\": 31622399")]
    [InlineData("\"IntervalSeconds\": 1, \"MaxDelaySeconds\": 2")]
    [InlineData("\"BackoffRate\": 1")]
    [InlineData("\"JitterStrategy\": \"NONE\"")]
    public void Parse_RetrierAtItsLimits_IsAccepted(string field) => StateMachineDefinition.Parse(Given.Machine(
        $$"""{"Type": "Task", "Resource": "{{Function}}", "End": true, "Retry": [{"ErrorEquals": ["E"], {{field}}}]}""")).AllStates.Count().ShouldBe(1);
}
