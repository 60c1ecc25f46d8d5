using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>The operations on executions.</summary>
internal static class ExecutionOperations
{
    public static readonly AwsJsonOperation<StartExecutionRequest, StartExecutionResponse> StartExecution = new(
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

    public static readonly AwsJsonOperation<DescribeExecutionRequest, DescribeExecutionResponse> DescribeExecution = new(
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
