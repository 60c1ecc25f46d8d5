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

    private static async Task Sends(Func<IAmazonStepFunctions, CancellationToken, Task> call, string operation, string json)
    {
        using var stub = new AwsStub().Answer();
        using var client = stub.Client();

        await call(client, TestContext.Current.CancellationToken);

        stub.Call.ShouldBe($"AWSStepFunctions.{operation}", json);
    }
}
