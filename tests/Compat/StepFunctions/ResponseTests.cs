using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace KakaoWorkflow.Tests.Compat.StepFunctions;

public sealed class ResponseTests
{
    [Fact]
    public async Task StartExecution_Answer_HasUtcTimeAndMetadata()
    {
        using var stub = new AwsStub().Answer("""{"executionArn":"e","startDate":1.784567890123E9}""");
        using var client = stub.Client();

        var response = await client.StartExecutionAsync(new StartExecutionRequest(), TestContext.Current.CancellationToken);

        response.ExecutionArn.ShouldBe("e");
        response.StartDate.ShouldBe(DateTime.UnixEpoch.AddMilliseconds(1784567890123));
        response.StartDate!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        response.HttpStatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        response.ResponseMetadata.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task DescribeExecution_UnknownAndMissingMembers_AreIgnoredAndNull()
    {
        using var stub = new AwsStub().Answer(
            """
            {"executionArn":"e","status":"A_STATUS_OF_TOMORROW","redriveCount":2,"redriveStatus":"REDRIVABLE","output":null,
             "inputDetails":{"included":true},"brandNew":{"a":[1]}}
            """);
        using var client = stub.Client();

        var response = await client.DescribeExecutionAsync(new DescribeExecutionRequest(), TestContext.Current.CancellationToken);

        response.Status.Value.ShouldBe("A_STATUS_OF_TOMORROW");
        response.RedriveCount.ShouldBe(2);
        response.RedriveStatus.ShouldBe(ExecutionRedriveStatus.REDRIVABLE);
        response.InputDetails.Included.ShouldBe(true);
        response.Output.ShouldBeNull();
        response.StopDate.ShouldBeNull();
        response.OutputDetails.ShouldBeNull();
    }

    [Fact]
    public async Task ListExecutions_Items_AreRead()
    {
        using var stub = new AwsStub().Answer(
            """{"executions":[{"executionArn":"e","name":"o-1","status":"SUCCEEDED","startDate":1,"stopDate":2.5,"itemCount":3}],"nextToken":"n"}""");
        using var client = stub.Client();

        var response = await client.ListExecutionsAsync(new ListExecutionsRequest(), TestContext.Current.CancellationToken);

        var item = response.Executions.ShouldHaveSingleItem();
        (item.ExecutionArn, item.Name, item.ItemCount, response.NextToken).ShouldBe(("e", "o-1", 3, "n"));
        item.Status.ShouldBe(ExecutionStatus.SUCCEEDED);
        item.StopDate.ShouldBe(DateTime.UnixEpoch.AddSeconds(2.5));
    }

    [Fact]
    public async Task ListExecutions_NoList_IsNullAndNotEmpty()
    {
        using var stub = new AwsStub().Answer();
        using var client = stub.Client();

        var response = await client.ListExecutionsAsync(new ListExecutionsRequest(), TestContext.Current.CancellationToken);

        response.Executions.ShouldBeNull();
    }

    [Fact]
    public async Task GetExecutionHistory_Events_CarryTheirDetails()
    {
        using var stub = new AwsStub().Answer(
            """
            {"events":[
              {"id":1,"previousEventId":0,"timestamp":1.5,"type":"ExecutionStarted",
               "executionStartedEventDetails":{"input":"{}","inputDetails":{"truncated":false},"roleArn":"r"}},
              {"id":2,"previousEventId":1,"timestamp":2,"type":"TaskScheduled",
               "taskScheduledEventDetails":{"resourceType":"lambda","resource":"invoke","region":"ap-northeast-2","parameters":"{}",
                 "timeoutInSeconds":30,"heartbeatInSeconds":10,"taskCredentials":{"roleArn":"r"}}},
              {"id":3,"previousEventId":2,"timestamp":3,"type":"TaskFailed",
               "taskFailedEventDetails":{"resourceType":"lambda","resource":"invoke","error":"SoldOut","cause":"품절"}},
              {"id":4,"previousEventId":3,"timestamp":4,"type":"TaskStateExited",
               "stateExitedEventDetails":{"name":"Quote","output":"{}","assignedVariables":{"total":"5000"},
                 "assignedVariablesDetails":{"truncated":false}}},
              {"id":5,"previousEventId":4,"timestamp":5,"type":"EvaluationFailed",
               "evaluationFailedEventDetails":{"error":"E","cause":"c","location":"l","state":"s"}}]}
            """);
        using var client = stub.Client();

        var events = (await client.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest(), TestContext.Current.CancellationToken)).Events;

        events.Select(item => item.Id).ShouldBe([1L, 2L, 3L, 4L, 5L]);
        events[0].Type.ShouldBe(HistoryEventType.ExecutionStarted);
        events[0].ExecutionStartedEventDetails.InputDetails.Truncated.ShouldBe(false);
        events[0].TaskFailedEventDetails.ShouldBeNull();
        events[1].TaskScheduledEventDetails.TimeoutInSeconds.ShouldBe(30);
        events[1].TaskScheduledEventDetails.HeartbeatInSeconds.ShouldBe(10);
        events[1].TaskScheduledEventDetails.TaskCredentials.RoleArn.ShouldBe("r");
        events[2].TaskFailedEventDetails.Cause.ShouldBe("품절");
        events[3].StateExitedEventDetails.AssignedVariables["total"].ShouldBe("5000");
        events[3].PreviousEventId.ShouldBe(3);
        events[4].EvaluationFailedEventDetails.State.ShouldBe("s");
    }

    [Fact]
    public async Task SendTaskSuccess_EmptyBody_IsAnAnswer()
    {
        using var stub = new AwsStub().Answer(string.Empty);
        using var client = stub.Client();

        var response = await client.SendTaskSuccessAsync(new SendTaskSuccessRequest(), TestContext.Current.CancellationToken);

        response.HttpStatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
