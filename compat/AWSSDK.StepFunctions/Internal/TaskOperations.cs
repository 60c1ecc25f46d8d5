using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>The operations by which a worker answers a waiting task.</summary>
internal static class TaskOperations
{
    public static readonly AwsJsonOperation<SendTaskSuccessRequest, SendTaskSuccessResponse> SendTaskSuccess = new(
        "SendTaskSuccess",
        [.. StepFunctionsProtocol.KmsErrors, "TaskDoesNotExist", "InvalidOutput", "InvalidToken", "TaskTimedOut"],
        static (writer, request) =>
        {
            writer.Put("taskToken", request.TaskToken);
            writer.Put("output", request.Output);
        },
        static (_, _) => { });

    public static readonly AwsJsonOperation<SendTaskFailureRequest, SendTaskFailureResponse> SendTaskFailure = new(
        "SendTaskFailure",
        [.. StepFunctionsProtocol.KmsErrors, "TaskDoesNotExist", "InvalidToken", "TaskTimedOut"],
        static (writer, request) =>
        {
            writer.Put("taskToken", request.TaskToken);
            writer.Put("error", request.Error);
            writer.Put("cause", request.Cause);
        },
        static (_, _) => { });
}
