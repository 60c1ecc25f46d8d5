using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>What is told about executions, as JSON.</summary>
internal static class ExecutionJson
{
    public static ExecutionListItem ReadExecutionListItem(JsonElement json) => new()
    {
        ExecutionArn = json.Text("executionArn"),
        StateMachineArn = json.Text("stateMachineArn"),
        Name = json.Text("name"),
        Status = json.Text("status"),
        StartDate = json.Time("startDate"),
        StopDate = json.Time("stopDate"),
        MapRunArn = json.Text("mapRunArn"),
        ItemCount = json.Number("itemCount"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
        StateMachineAliasArn = json.Text("stateMachineAliasArn"),
        RedriveCount = json.Number("redriveCount"),
        RedriveDate = json.Time("redriveDate"),
    };

    public static CloudWatchEventsExecutionDataDetails ReadCloudWatchEventsExecutionDataDetails(JsonElement json) => new()
    {
        Included = json.Flag("included"),
    };
}
