using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;
using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Definitions;

public sealed class AcceptedDefinitionTests
{
    private const string Full = """
        {
          "Comment": "all kinds", "Version": "1.0", "QueryLanguage": "JSONPath", "TimeoutSeconds": 3600, "StartAt": "Wait for token",
          "States": {
            "Wait for token": {
              "Type": "Task", "Comment": "c", "QueryLanguage": "JSONPath", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
              "Parameters": {"FunctionName": "${Function}", "Payload": {"token.$": "$$.Task.Token", "order.$": "$.id"}},
              "InputPath": "$", "OutputPath": "$", "ResultSelector": {"x.$": "$.x"}, "ResultPath": "$.result", "Assign": {"seen.$": "$.x"},
              "TimeoutSeconds": 900, "HeartbeatSeconds": 60,
              "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"], "IntervalSeconds": 2, "MaxAttempts": 99999999, "BackoffRate": 1.5, "MaxDelaySeconds": 60, "JitterStrategy": "FULL"},
                        {"ErrorEquals": ["States.ALL"]}],
              "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "Failed"}, {"ErrorEquals": ["States.ALL"], "Next": "Failed", "ResultPath": null, "Assign": {"reason.$": "$.Cause"}}],
              "Next": "Choose"
            },
            "Choose": {
              "Type": "Choice",
              "Choices": [{"And": [{"Variable": "$.a", "IsPresent": true}, {"Not": {"Variable": "$seen", "IsNull": true}}], "Next": "Both", "Assign": {"seen": 1}}],
              "Default": "Each", "Assign": {"seen": 2}
            },
            "Both": {
              "Type": "Parallel",
              "Branches": [
                {"StartAt": "Put", "States": {"Put": {
                  "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": {"TableName": "t", "Item": {"pk": {"S.$": "$.id"}}}, "End": true}}},
                {"Comment": "b", "StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 1, "Next": "Done"}, "Done": {"Type": "Succeed"}}}
              ],
              "ResultPath": "$.both", "Next": "Each"
            },
            "Each": {
              "Type": "Map", "ItemsPath": "$.lines", "MaxConcurrency": 2, "ItemSelector": {"v.$": "$$.Map.Item.Value"},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "Send", "States": {"Send": {
                "Type": "Task", "Resource": "arn:aws-cn:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "q", "MessageBody.$": "$"}, "Assign": {"inner.$": "$.MessageId"}, "End": true}}},
              "Next": "Old"
            },
            "Old": {"Type": "Map", "Parameters": {"v.$": "$$.Map.Item.Value"}, "Iterator": {"StartAt": "Item", "States": {"Item": {"Type": "Pass", "End": true}}}, "End": true},
            "Failed": {"Type": "Fail", "ErrorPath": "$.Error", "CausePath": "States.JsonToString($)"}
          }
        }
        """;

    [Fact]
    public void Parse_EveryKindOfState_IsModelled()
    {
        var definition = StateMachineDefinition.Parse(Full);
        definition.Comment.ShouldBe("all kinds");
        definition.TimeoutSeconds.ShouldBe(3600);
        definition.Root.StartAt.ShouldBe("Wait for token");
        definition.AllStates.Select(state => state.Name).ShouldBe(
            ["Wait for token", "Choose", "Both", "Put", "Pause", "Done", "Each", "Send", "Old", "Item", "Failed"]);

        var task = definition.Root.Start.ShouldBeOfType<TaskState>();
        task.Comment.ShouldBe("c");
        task.Resource.ShouldBe(new TaskResource("arn:aws:states:::lambda:invoke.waitForTaskToken", TaskIntegration.LambdaInvoke, true));
        (task.Resource.Service, task.Resource.Action).ShouldBe(("lambda", "invoke.waitForTaskToken"));
        task.Next.ShouldBe("Choose");
        task.Retry[0].MaxAttempts.ShouldBe(99_999_999);
        task.Retry[0].BackoffRate.ShouldBe(1.5);
        task.Catch[0].Data.ShouldBeOfType<JsonPathFlow>().ResultPath!.ToString().ShouldBe("$");
        task.Catch[1].Data.ShouldBeOfType<JsonPathFlow>().ResultPath.ShouldBeNull();
        task.Targets.ShouldBe(["Choose", "Failed", "Failed"]);
        definition.Root.States["Choose"].Targets.ShouldBe(["Both", "Each"]);

        var parallel = definition.Root.States["Both"].ShouldBeOfType<ParallelState>();
        parallel.Branches.Count.ShouldBe(2);
        parallel.Branches[1].States["Pause"].ShouldBeOfType<WaitState>().Seconds.ShouldBe(1);
        var map = definition.Root.States["Each"].ShouldBeOfType<MapState>();
        map.ItemProcessor.Start.ShouldBeOfType<TaskState>().Resource.Integration.ShouldBe(TaskIntegration.SqsSendMessage);
        map.InnerBranches.ShouldBe([map.ItemProcessor]);
        definition.Root.States["Old"].ShouldBeOfType<MapState>().Next.ShouldBeNull();
    }

    [Theory]
    [InlineData("arn:aws:lambda:ap-northeast-2:123456789012:function:F", nameof(TaskIntegration.LambdaFunction), "lambda")]
    [InlineData("arn:aws:lambda:ap-northeast-2:123456789012:function:F:live", nameof(TaskIntegration.LambdaFunction), "lambda")]
    [InlineData("arn:aws-us-gov:states:::lambda:invoke", nameof(TaskIntegration.LambdaInvoke), "lambda")]
    [InlineData("arn:aws:states:::sqs:sendMessage", nameof(TaskIntegration.SqsSendMessage), "sqs")]
    [InlineData("arn:aws:states:::dynamodb:getItem", nameof(TaskIntegration.DynamoDbGetItem), "dynamodb")]
    [InlineData("arn:aws:states:::dynamodb:putItem", nameof(TaskIntegration.DynamoDbPutItem), "dynamodb")]
    [InlineData("arn:aws:states:::dynamodb:updateItem", nameof(TaskIntegration.DynamoDbUpdateItem), "dynamodb")]
    [InlineData("arn:aws:states:::dynamodb:deleteItem", nameof(TaskIntegration.DynamoDbDeleteItem), "dynamodb")]
    public void Parse_Resource_NamesTheIntegration(string arn, string integration, string service)
    {
        var parameters = service == "lambda" ? """{"FunctionName": "f"}""" : service == "sqs" ? """{"QueueUrl": "q", "MessageBody": "b"}"""
            : arn.EndsWith("putItem", StringComparison.Ordinal) ? """{"TableName": "t", "Item": {}}""" : """{"TableName": "t", "Key": {}}""";
        var resource = Given.State<TaskState>($$"""{"Type": "Task", "Resource": "{{arn}}", "Parameters": {{parameters}}, "End": true}""").Resource;
        resource.ShouldBe(new TaskResource(arn, Enum.Parse<TaskIntegration>(integration), WaitsForTaskToken: false));
        resource.Service.ShouldBe(service);
    }

    [Theory]
    [InlineData("$$.Task.Token")]
    [InlineData("$$.Task")]
    [InlineData("$$")]
    [InlineData("States.Format('{}', $$.Task.Token)")]
    public void Parse_TaskThatWaits_MayPassItsTokenInAnyOfTheseWays(string expression) => Given.State<TaskState>(
        $$$"""{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "q", "MessageBody": {"t.$": "{{{expression}}}"}}, "End": true}""")
        .Resource.WaitsForTaskToken.ShouldBeTrue();

    [Fact]
    public void Parse_Defaults_AreThoseOfTheLanguage()
    {
        var pass = Given.State<PassState>("""{"Type": "Pass", "End": true}""");
        pass.Data.ShouldBe(new JsonPathFlow());
        pass.Next.ShouldBeNull();
        Given.State<TaskState>("""{"Type": "Task", "Resource": "arn:aws:lambda:r:1:function:F", "End": true}""").TimeoutSeconds.ShouldBeNull();
    }

    [Fact]
    public void Parse_SiblingBranches_MayAssignTheSameVariable() => StateMachineDefinition.Parse(Given.Machine("""
        {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": 1}, "End": true}}},
          {"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"x": 2}, "End": true}}}]}
        """)).AllStates.Count().ShouldBe(3);
}
