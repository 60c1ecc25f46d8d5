using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace KakaoWorkflow.Tests.Compat.StepFunctions;

public sealed class ErrorTests
{
    private static readonly Dictionary<string, Func<IAmazonStepFunctions, CancellationToken, Task>> Operations = new()
    {
        ["StartExecution"] = (client, token) => client.StartExecutionAsync(new StartExecutionRequest(), token),
        ["DescribeExecution"] = (client, token) => client.DescribeExecutionAsync(new DescribeExecutionRequest(), token),
        ["ListExecutions"] = (client, token) => client.ListExecutionsAsync(new ListExecutionsRequest(), token),
        ["SendTaskSuccess"] = (client, token) => client.SendTaskSuccessAsync(new SendTaskSuccessRequest(), token),
        ["SendTaskFailure"] = (client, token) => client.SendTaskFailureAsync(new SendTaskFailureRequest(), token),
    };

    [Theory]
    [InlineData("StartExecution", "ExecutionLimitExceeded", typeof(ExecutionLimitExceededException))]
    [InlineData("StartExecution", "ExecutionAlreadyExists", typeof(ExecutionAlreadyExistsException))]
    [InlineData("StartExecution", "InvalidArn", typeof(InvalidArnException))]
    [InlineData("StartExecution", "InvalidExecutionInput", typeof(InvalidExecutionInputException))]
    [InlineData("StartExecution", "InvalidName", typeof(InvalidNameException))]
    [InlineData("StartExecution", "StateMachineDoesNotExist", typeof(StateMachineDoesNotExistException))]
    [InlineData("StartExecution", "StateMachineDeleting", typeof(StateMachineDeletingException))]
    [InlineData("StartExecution", "ValidationException", typeof(ValidationException))]
    [InlineData("StartExecution", "KmsAccessDeniedException", typeof(KmsAccessDeniedException))]
    [InlineData("StartExecution", "KmsInvalidStateException", typeof(KmsInvalidStateException))]
    [InlineData("StartExecution", "KmsThrottlingException", typeof(KmsThrottlingException))]
    [InlineData("DescribeExecution", "ExecutionDoesNotExist", typeof(ExecutionDoesNotExistException))]
    [InlineData("ListExecutions", "StateMachineTypeNotSupported", typeof(StateMachineTypeNotSupportedException))]
    [InlineData("ListExecutions", "ResourceNotFound", typeof(ResourceNotFoundException))]
    [InlineData("SendTaskSuccess", "TaskDoesNotExist", typeof(TaskDoesNotExistException))]
    [InlineData("SendTaskSuccess", "InvalidOutput", typeof(InvalidOutputException))]
    [InlineData("SendTaskSuccess", "InvalidToken", typeof(InvalidTokenException))]
    [InlineData("SendTaskSuccess", "TaskTimedOut", typeof(TaskTimedOutException))]
    [InlineData("SendTaskSuccess", "ExecutionAlreadyExists", typeof(AmazonStepFunctionsException))]
    [InlineData("SendTaskFailure", "AccessDeniedException", typeof(AmazonStepFunctionsException))]
    public async Task Error_OfAnOperation_HasTheClassThatTheOperationDeclares(string operation, string code, Type expected)
    {
        using var stub = new AwsStub().Answer(
            $$"""{"__type":"com.amazonaws.stepfunctions#{{code}}","message":"왜냐하면"}""", HttpStatusCode.BadRequest);
        using var client = stub.Client();

        var exception = await Should.ThrowAsync<AmazonStepFunctionsException>(
            () => Operations[operation](client, TestContext.Current.CancellationToken));

        exception.ShouldBeOfType(expected);
        exception.ErrorCode.ShouldBe(code);
        exception.Message.ShouldBe("왜냐하면");
        exception.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        exception.RequestId.ShouldBe("request-1");
        exception.Retryable.ShouldBeNull();
    }

    [Fact]
    public async Task ValidationException_Reason_IsRead()
    {
        using var stub = new AwsStub().Answer(
            """{"__type":"ValidationException","message":"m","reason":"MISSING_REQUIRED_PARAMETER"}""", HttpStatusCode.BadRequest);
        using var client = stub.Client();

        var exception = await Should.ThrowAsync<ValidationException>(
            () => client.StartExecutionAsync(new StartExecutionRequest(), TestContext.Current.CancellationToken));

        exception.Reason.ShouldBe(ValidationExceptionReason.MISSING_REQUIRED_PARAMETER);
    }

    [Fact]
    public async Task KmsInvalidStateException_KeyState_IsRead()
    {
        using var stub = new AwsStub().Answer(
            """{"__type":"KmsInvalidStateException","message":"m","kmsKeyState":"PENDING_DELETION"}""", HttpStatusCode.BadRequest);
        using var client = stub.Client();

        var exception = await Should.ThrowAsync<KmsInvalidStateException>(
            () => client.StartExecutionAsync(new StartExecutionRequest(), TestContext.Current.CancellationToken));

        exception.KmsKeyState.ShouldBe(KmsKeyState.PENDING_DELETION);
    }

    [Fact]
    public async Task ServerError_WithRetries_IsRepeatedUnderOneInvocationId()
    {
        using var stub = new AwsStub()
            .Answer("""{"__type":"InternalFailure"}""", HttpStatusCode.InternalServerError)
            .Answer("""{"executionArn":"e","startDate":1}""");
        using var client = stub.Client(retries: 1);

        var response = await client.StartExecutionAsync(new StartExecutionRequest(), TestContext.Current.CancellationToken);

        response.ExecutionArn.ShouldBe("e");
        stub.Calls.Count.ShouldBe(2);
        stub.Calls.Select(call => call.Headers["amz-sdk-invocation-id"]).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Throttling_WithRetries_IsRepeated()
    {
        using var stub = new AwsStub()
            .Answer("""{"__type":"ThrottlingException","message":"Rate exceeded"}""", HttpStatusCode.BadRequest)
            .Answer();
        using var client = stub.Client(retries: 1);

        await client.SendTaskSuccessAsync(new SendTaskSuccessRequest(), TestContext.Current.CancellationToken);

        stub.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task PageOfAProxy_InPlaceOfAnError_KeepsItsStatus()
    {
        using var stub = new AwsStub().Answer("<html>Bad gateway</html>", HttpStatusCode.BadGateway);
        using var client = stub.Client();

        var exception = await Should.ThrowAsync<AmazonStepFunctionsException>(
            () => client.StartExecutionAsync(new StartExecutionRequest(), TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task PageOfAProxy_InPlaceOfAnAnswer_IsNotTakenForOne()
    {
        using var stub = new AwsStub().Answer("<html>Welcome</html>");
        using var client = stub.Client();

        await Should.ThrowAsync<AmazonUnmarshallingException>(
            () => client.StartExecutionAsync(new StartExecutionRequest(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task LostConnection_WithoutRetries_ReachesTheCaller()
    {
        using var stub = new AwsStub().Fail(new HttpRequestException("reset"));
        using var client = stub.Client();

        await Should.ThrowAsync<HttpRequestException>(
            () => client.StartExecutionAsync(new StartExecutionRequest(), TestContext.Current.CancellationToken));
    }
}
