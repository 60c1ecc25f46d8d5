using Amazon.StepFunctions.Model;
using KakaoWorkflow.Compat;

namespace Amazon.StepFunctions.Internal;

/// <summary>The operations on executions.</summary>
internal static class ExecutionOperations
{
    public static readonly AwsJsonOperation<StartExecutionRequest, StartExecutionResponse> StartExecution = new(
        StepFunctionsProtocol.Instance,
        "StartExecution",
        [
            .. StepFunctionsProtocol.KmsErrors, "ExecutionLimitExceeded", "ExecutionAlreadyExists", "InvalidArn",
            "InvalidExecutionInput", "InvalidName", "StateMachineDoesNotExist", "StateMachineDeleting",
            "ValidationException",
        ],
        static (writer, request) =>
        {
            writer.Put("stateMachineArn", request.StateMachineArn);
            writer.Put("name", request.Name);
            writer.Put("input", request.Input);
            writer.Put("traceHeader", request.TraceHeader);
        },
        static (json, response) =>
        {
            response.ExecutionArn = json.Text("executionArn");
            response.StartDate = json.Time("startDate");
        });

    public static readonly AwsJsonOperation<StopExecutionRequest, StopExecutionResponse> StopExecution = new(
        StepFunctionsProtocol.Instance,
        "StopExecution",
        [.. StepFunctionsProtocol.KmsErrors, "ExecutionDoesNotExist", "InvalidArn", "ValidationException"],
        static (writer, request) =>
        {
            writer.Put("executionArn", request.ExecutionArn);
            writer.Put("error", request.Error);
            writer.Put("cause", request.Cause);
        },
        static (json, response) => response.StopDate = json.Time("stopDate"));

    public static readonly AwsJsonOperation<RedriveExecutionRequest, RedriveExecutionResponse> RedriveExecution = new(
        StepFunctionsProtocol.Instance,
        "RedriveExecution",
        ["ExecutionDoesNotExist", "ExecutionNotRedrivable", "ExecutionLimitExceeded", "InvalidArn", "ValidationException"],
        static (writer, request) =>
        {
            writer.Put("executionArn", request.ExecutionArn);
            writer.Put("clientToken", request.ClientToken);
        },
        static (json, response) => response.RedriveDate = json.Time("redriveDate"));

    public static readonly AwsJsonOperation<DescribeExecutionRequest, DescribeExecutionResponse> DescribeExecution = new(
        StepFunctionsProtocol.Instance,
        "DescribeExecution",
        [.. StepFunctionsProtocol.KmsErrors, "ExecutionDoesNotExist", "InvalidArn"],
        static (writer, request) =>
        {
            writer.Put("executionArn", request.ExecutionArn);
            writer.Put("includedData", request.IncludedData);
        },
        static (json, response) =>
        {
            response.ExecutionArn = json.Text("executionArn");
            response.StateMachineArn = json.Text("stateMachineArn");
            response.Name = json.Text("name");
            response.Status = json.Text("status");
            response.StartDate = json.Time("startDate");
            response.StopDate = json.Time("stopDate");
            response.Input = json.Text("input");
            response.InputDetails = json.Object("inputDetails", ExecutionJson.ReadCloudWatchEventsExecutionDataDetails);
            response.Output = json.Text("output");
            response.OutputDetails = json.Object("outputDetails", ExecutionJson.ReadCloudWatchEventsExecutionDataDetails);
            response.TraceHeader = json.Text("traceHeader");
            response.MapRunArn = json.Text("mapRunArn");
            response.Error = json.Text("error");
            response.Cause = json.Text("cause");
            response.StateMachineVersionArn = json.Text("stateMachineVersionArn");
            response.StateMachineAliasArn = json.Text("stateMachineAliasArn");
            response.RedriveCount = json.Number("redriveCount");
            response.RedriveDate = json.Time("redriveDate");
            response.RedriveStatus = json.Text("redriveStatus");
            response.RedriveStatusReason = json.Text("redriveStatusReason");
        });

    public static readonly AwsJsonOperation<ListExecutionsRequest, ListExecutionsResponse> ListExecutions = new(
        StepFunctionsProtocol.Instance,
        "ListExecutions",
        [
            "InvalidArn", "InvalidToken", "StateMachineDoesNotExist", "StateMachineTypeNotSupported",
            "ValidationException", "ResourceNotFound",
        ],
        static (writer, request) =>
        {
            writer.Put("stateMachineArn", request.StateMachineArn);
            writer.Put("statusFilter", request.StatusFilter);
            writer.Put("maxResults", request.MaxResults);
            writer.Put("nextToken", request.NextToken);
            writer.Put("mapRunArn", request.MapRunArn);
            writer.Put("redriveFilter", request.RedriveFilter);
        },
        static (json, response) =>
        {
            response.Executions = json.List("executions", ExecutionJson.ReadExecutionListItem);
            response.NextToken = json.Text("nextToken");
        });

    public static readonly AwsJsonOperation<GetExecutionHistoryRequest, GetExecutionHistoryResponse>
        GetExecutionHistory = new(
            StepFunctionsProtocol.Instance,
            "GetExecutionHistory",
            [.. StepFunctionsProtocol.KmsErrors, "ExecutionDoesNotExist", "InvalidArn", "InvalidToken"],
            static (writer, request) =>
            {
                writer.Put("executionArn", request.ExecutionArn);
                writer.Put("maxResults", request.MaxResults);
                writer.Put("reverseOrder", request.ReverseOrder);
                writer.Put("nextToken", request.NextToken);
                writer.Put("includeExecutionData", request.IncludeExecutionData);
            },
            static (json, response) =>
            {
                response.Events = json.List("events", HistoryEventJson.Read);
                response.NextToken = json.Text("nextToken");
            });
}
