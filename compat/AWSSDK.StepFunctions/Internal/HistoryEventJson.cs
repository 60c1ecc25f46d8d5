using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>The events of an execution's history, as JSON.</summary>
internal static class HistoryEventJson
{
    public static HistoryEvent Read(JsonElement json) => new()
    {
        Timestamp = json.Time("timestamp"),
        Type = json.Text("type"),
        Id = json.LongNumber("id"),
        PreviousEventId = json.LongNumber("previousEventId"),
        TaskFailedEventDetails = json.Object("taskFailedEventDetails", ReadTaskFailedEventDetails),
        TaskScheduledEventDetails = json.Object("taskScheduledEventDetails", ReadTaskScheduledEventDetails),
        TaskStartFailedEventDetails = json.Object("taskStartFailedEventDetails", ReadTaskStartFailedEventDetails),
        TaskStartedEventDetails = json.Object("taskStartedEventDetails", ReadTaskStartedEventDetails),
        TaskSubmitFailedEventDetails = json.Object("taskSubmitFailedEventDetails", ReadTaskSubmitFailedEventDetails),
        TaskSubmittedEventDetails = json.Object("taskSubmittedEventDetails", ReadTaskSubmittedEventDetails),
        TaskSucceededEventDetails = json.Object("taskSucceededEventDetails", ReadTaskSucceededEventDetails),
        TaskTimedOutEventDetails = json.Object("taskTimedOutEventDetails", ReadTaskTimedOutEventDetails),
        ExecutionFailedEventDetails = json.Object("executionFailedEventDetails", ReadExecutionFailedEventDetails),
        ExecutionStartedEventDetails = json.Object("executionStartedEventDetails", ReadExecutionStartedEventDetails),
        ExecutionSucceededEventDetails = json.Object("executionSucceededEventDetails", ReadExecutionSucceededEventDetails),
        ExecutionAbortedEventDetails = json.Object("executionAbortedEventDetails", ReadExecutionAbortedEventDetails),
        ExecutionTimedOutEventDetails = json.Object("executionTimedOutEventDetails", ReadExecutionTimedOutEventDetails),
        ExecutionRedrivenEventDetails = json.Object("executionRedrivenEventDetails", ReadExecutionRedrivenEventDetails),
        MapStateStartedEventDetails = json.Object("mapStateStartedEventDetails", ReadMapStateStartedEventDetails),
        MapIterationStartedEventDetails = json.Object("mapIterationStartedEventDetails", ReadMapIterationEventDetails),
        MapIterationSucceededEventDetails = json.Object("mapIterationSucceededEventDetails", ReadMapIterationEventDetails),
        MapIterationFailedEventDetails = json.Object("mapIterationFailedEventDetails", ReadMapIterationEventDetails),
        MapIterationAbortedEventDetails = json.Object("mapIterationAbortedEventDetails", ReadMapIterationEventDetails),
        LambdaFunctionFailedEventDetails = json.Object("lambdaFunctionFailedEventDetails", ReadLambdaFunctionFailedEventDetails),
        LambdaFunctionScheduleFailedEventDetails = json.Object(
            "lambdaFunctionScheduleFailedEventDetails", ReadLambdaFunctionScheduleFailedEventDetails),
        LambdaFunctionScheduledEventDetails = json.Object("lambdaFunctionScheduledEventDetails", ReadLambdaFunctionScheduledEventDetails),
        LambdaFunctionStartFailedEventDetails = json.Object(
            "lambdaFunctionStartFailedEventDetails", ReadLambdaFunctionStartFailedEventDetails),
        LambdaFunctionSucceededEventDetails = json.Object("lambdaFunctionSucceededEventDetails", ReadLambdaFunctionSucceededEventDetails),
        LambdaFunctionTimedOutEventDetails = json.Object("lambdaFunctionTimedOutEventDetails", ReadLambdaFunctionTimedOutEventDetails),
        StateEnteredEventDetails = json.Object("stateEnteredEventDetails", ReadStateEnteredEventDetails),
        StateExitedEventDetails = json.Object("stateExitedEventDetails", ReadStateExitedEventDetails),
        EvaluationFailedEventDetails = json.Object("evaluationFailedEventDetails", ReadEvaluationFailedEventDetails),
    };

    private static TaskFailedEventDetails ReadTaskFailedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static TaskScheduledEventDetails ReadTaskScheduledEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Region = json.Text("region"),
        Parameters = json.Text("parameters"),
        TimeoutInSeconds = json.LongNumber("timeoutInSeconds"),
        HeartbeatInSeconds = json.LongNumber("heartbeatInSeconds"),
        TaskCredentials = json.Object("taskCredentials", ReadTaskCredentials),
    };

    private static TaskCredentials ReadTaskCredentials(JsonElement json) => new()
    {
        RoleArn = json.Text("roleArn"),
    };

    private static TaskStartFailedEventDetails ReadTaskStartFailedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static TaskStartedEventDetails ReadTaskStartedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
    };

    private static TaskSubmitFailedEventDetails ReadTaskSubmitFailedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static TaskSubmittedEventDetails ReadTaskSubmittedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static HistoryEventExecutionDataDetails ReadHistoryEventExecutionDataDetails(JsonElement json) => new()
    {
        Truncated = json.Flag("truncated"),
    };

    private static TaskSucceededEventDetails ReadTaskSucceededEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static TaskTimedOutEventDetails ReadTaskTimedOutEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static ExecutionFailedEventDetails ReadExecutionFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static ExecutionStartedEventDetails ReadExecutionStartedEventDetails(JsonElement json) => new()
    {
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", ReadHistoryEventExecutionDataDetails),
        RoleArn = json.Text("roleArn"),
        StateMachineAliasArn = json.Text("stateMachineAliasArn"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
    };

    private static ExecutionSucceededEventDetails ReadExecutionSucceededEventDetails(JsonElement json) => new()
    {
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static ExecutionAbortedEventDetails ReadExecutionAbortedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static ExecutionTimedOutEventDetails ReadExecutionTimedOutEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static ExecutionRedrivenEventDetails ReadExecutionRedrivenEventDetails(JsonElement json) => new()
    {
        RedriveCount = json.Number("redriveCount"),
    };

    private static MapStateStartedEventDetails ReadMapStateStartedEventDetails(JsonElement json) => new()
    {
        Length = json.Number("length"),
    };

    private static MapIterationEventDetails ReadMapIterationEventDetails(JsonElement json) => new()
    {
        Name = json.Text("name"),
        Index = json.Number("index"),
    };

    private static LambdaFunctionFailedEventDetails ReadLambdaFunctionFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static LambdaFunctionScheduleFailedEventDetails ReadLambdaFunctionScheduleFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static LambdaFunctionScheduledEventDetails ReadLambdaFunctionScheduledEventDetails(JsonElement json) => new()
    {
        Resource = json.Text("resource"),
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", ReadHistoryEventExecutionDataDetails),
        TimeoutInSeconds = json.LongNumber("timeoutInSeconds"),
        TaskCredentials = json.Object("taskCredentials", ReadTaskCredentials),
    };

    private static LambdaFunctionStartFailedEventDetails ReadLambdaFunctionStartFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static LambdaFunctionSucceededEventDetails ReadLambdaFunctionSucceededEventDetails(JsonElement json) => new()
    {
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static LambdaFunctionTimedOutEventDetails ReadLambdaFunctionTimedOutEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static StateEnteredEventDetails ReadStateEnteredEventDetails(JsonElement json) => new()
    {
        Name = json.Text("name"),
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static StateExitedEventDetails ReadStateExitedEventDetails(JsonElement json) => new()
    {
        Name = json.Text("name"),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
        AssignedVariables = json.TextMap("assignedVariables"),
        AssignedVariablesDetails = json.Object("assignedVariablesDetails", ReadAssignedVariablesDetails),
    };

    private static AssignedVariablesDetails ReadAssignedVariablesDetails(JsonElement json) => new()
    {
        Truncated = json.Flag("truncated"),
    };

    private static EvaluationFailedEventDetails ReadEvaluationFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
        Location = json.Text("location"),
        State = json.Text("state"),
    };
}
