using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace KakaoWorkflow.Tests.Compat.StepFunctions;

public sealed class RequestTests
{
    private const string Machine = "arn:aws:states:ap-northeast-2:000000000000:stateMachine:orders";
    private const string Execution = "arn:aws:states:ap-northeast-2:000000000000:execution:orders:o-1";

    [Fact]
    public Task StartExecution_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = Machine, Name = "o-1", Input = """{"a":"커피"}""", TraceHeader = "Root=1" }, token),
        "StartExecution",
        $$"""{"stateMachineArn":"{{Machine}}","name":"o-1","input":"{\"a\":\"커피\"}","traceHeader":"Root=1"}""");

    [Fact]
    public Task StartExecution_NullMembers_AreLeftOut() => Sends(
        (client, token) => client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = Machine }, token),
        "StartExecution",
        $$"""{"stateMachineArn":"{{Machine}}"}""");

    [Fact]
    public Task StopExecution_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.StopExecutionAsync(
            new StopExecutionRequest { ExecutionArn = Execution, Error = "Operator", Cause = "gave up" }, token),
        "StopExecution",
        $$"""{"executionArn":"{{Execution}}","error":"Operator","cause":"gave up"}""");

    [Fact]
    public Task RedriveExecution_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.RedriveExecutionAsync(
            new RedriveExecutionRequest { ExecutionArn = Execution, ClientToken = "t" }, token),
        "RedriveExecution",
        $$"""{"executionArn":"{{Execution}}","clientToken":"t"}""");

    [Fact]
    public Task DescribeExecution_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = Execution, IncludedData = IncludedData.METADATA_ONLY }, token),
        "DescribeExecution",
        $$"""{"executionArn":"{{Execution}}","includedData":"METADATA_ONLY"}""");

    [Fact]
    public Task ListExecutions_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.ListExecutionsAsync(
            new ListExecutionsRequest
            {
                StateMachineArn = Machine,
                StatusFilter = ExecutionStatus.TIMED_OUT,
                MaxResults = 1000,
                NextToken = "n",
                MapRunArn = "m",
                RedriveFilter = ExecutionRedriveFilter.NOT_REDRIVEN,
            },
            token),
        "ListExecutions",
        $$"""
        {"stateMachineArn":"{{Machine}}","statusFilter":"TIMED_OUT","maxResults":1000,"nextToken":"n","mapRunArn":"m",
         "redriveFilter":"NOT_REDRIVEN"}
        """);

    [Fact]
    public Task GetExecutionHistory_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest
            {
                ExecutionArn = Execution,
                MaxResults = 5,
                ReverseOrder = true,
                NextToken = "n",
                IncludeExecutionData = false,
            },
            token),
        "GetExecutionHistory",
        $$"""{"executionArn":"{{Execution}}","maxResults":5,"reverseOrder":true,"nextToken":"n","includeExecutionData":false}""");

    [Fact]
    public Task SendTaskSuccess_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = "t", Output = "{}" }, token),
        "SendTaskSuccess",
        """{"taskToken":"t","output":"{}"}""");

    [Fact]
    public Task SendTaskFailure_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = "t", Error = "E", Cause = "c" }, token),
        "SendTaskFailure",
        """{"taskToken":"t","error":"E","cause":"c"}""");

    [Fact]
    public Task SendTaskHeartbeat_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "t" }, token),
        "SendTaskHeartbeat",
        """{"taskToken":"t"}""");

    [Fact]
    public Task CreateStateMachine_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.CreateStateMachineAsync(
            new CreateStateMachineRequest
            {
                Name = "orders",
                Definition = "{}",
                RoleArn = "role",
                Type = StateMachineType.STANDARD,
                Publish = true,
                VersionDescription = "first",
                Tags = [new Tag { Key = "team", Value = "cafe" }],
                TracingConfiguration = new TracingConfiguration { Enabled = true },
                LoggingConfiguration = new LoggingConfiguration
                {
                    Level = LogLevel.ERROR,
                    IncludeExecutionData = false,
                    Destinations =
                    [
                        new LogDestination { CloudWatchLogsLogGroup = new CloudWatchLogsLogGroup { LogGroupArn = "group" } },
                    ],
                },
                EncryptionConfiguration = new EncryptionConfiguration
                {
                    KmsKeyId = "key",
                    KmsDataKeyReusePeriodSeconds = 60,
                    Type = EncryptionType.CUSTOMER_MANAGED_KMS_KEY,
                },
            },
            token),
        "CreateStateMachine",
        """
        {"name":"orders","definition":"{}","roleArn":"role","type":"STANDARD","publish":true,"versionDescription":"first",
         "tags":[{"key":"team","value":"cafe"}],"tracingConfiguration":{"enabled":true},
         "loggingConfiguration":{"level":"ERROR","includeExecutionData":false,
           "destinations":[{"cloudWatchLogsLogGroup":{"logGroupArn":"group"}}]},
         "encryptionConfiguration":{"kmsKeyId":"key","kmsDataKeyReusePeriodSeconds":60,"type":"CUSTOMER_MANAGED_KMS_KEY"}}
        """);

    [Fact]
    public Task UpdateStateMachine_SomeMembers_AreSentUnderTheirNames() => Sends(
        (client, token) => client.UpdateStateMachineAsync(
            new UpdateStateMachineRequest { StateMachineArn = Machine, Definition = "{}", Publish = true }, token),
        "UpdateStateMachine",
        $$"""{"stateMachineArn":"{{Machine}}","definition":"{}","publish":true}""");

    [Fact]
    public Task DeleteStateMachine_Arn_IsSent() => Sends(
        (client, token) => client.DeleteStateMachineAsync(new DeleteStateMachineRequest { StateMachineArn = Machine }, token),
        "DeleteStateMachine",
        $$"""{"stateMachineArn":"{{Machine}}"}""");

    [Fact]
    public Task DescribeStateMachine_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.DescribeStateMachineAsync(
            new DescribeStateMachineRequest { StateMachineArn = Machine, IncludedData = IncludedData.ALL_DATA }, token),
        "DescribeStateMachine",
        $$"""{"stateMachineArn":"{{Machine}}","includedData":"ALL_DATA"}""");

    [Fact]
    public Task DescribeStateMachineForExecution_Arn_IsSent() => Sends(
        (client, token) => client.DescribeStateMachineForExecutionAsync(
            new DescribeStateMachineForExecutionRequest { ExecutionArn = Execution }, token),
        "DescribeStateMachineForExecution",
        $$"""{"executionArn":"{{Execution}}"}""");

    [Fact]
    public Task ListStateMachines_EveryMember_IsSentUnderItsName() => Sends(
        (client, token) => client.ListStateMachinesAsync(new ListStateMachinesRequest { MaxResults = 3, NextToken = "n" }, token),
        "ListStateMachines",
        """{"maxResults":3,"nextToken":"n"}""");

    private static async Task Sends(Func<IAmazonStepFunctions, CancellationToken, Task> call, string operation, string json)
    {
        using var stub = new AwsStub().Answer();
        using var client = stub.Client();

        await call(client, TestContext.Current.CancellationToken);

        stub.Call.ShouldBe($"AWSStepFunctions.{operation}", json);
    }
}
