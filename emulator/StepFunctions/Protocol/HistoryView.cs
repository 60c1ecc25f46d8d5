using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Histories;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>Events as <c>GetExecutionHistory</c> shows them.</summary>
internal static class HistoryView
{
    /// <summary>One event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="includeData">Whether to show inputs, outputs, parameters and causes, or only that they exist.</param>
    public static JsonObject Show(HistoryEvent happened, bool includeData)
    {
        var type = happened.Type.ToString();
        var shown = new JsonObject
        {
            ["timestamp"] = happened.Time.ToWire(),
            ["type"] = type,
            ["id"] = happened.Id,
            ["previousEventId"] = happened.PreviousEventId,
        };
        if (happened.Details is { } details && Show(happened.Type, details, includeData) is { } members)
            shown[Member(details, type)] = members;
        return shown;
    }

    private static string Member(EventDetails details, string type) => details switch
    {
        EventDetails.StateEntered => "stateEnteredEventDetails",
        EventDetails.StateExited => "stateExitedEventDetails",
        _ => $"{char.ToLowerInvariant(type[0])}{type[1..]}EventDetails",
    };

    private static JsonObject? Show(HistoryEventType type, EventDetails details, bool data) => details switch
    {
        EventDetails.ExecutionStarted started => With(Data("input", started.Input, data), "roleArn", started.RoleArn),
        EventDetails.Redriven redriven => new JsonObject { ["redriveCount"] = redriven.RedriveCount },
        EventDetails.StateEntered entered => With(Data("input", entered.Input, data), "name", entered.Name),
        EventDetails.StateExited exited => Exited(exited, data),
        EventDetails.Result output => WithTask(Data("output", output.Output, data), output.Task),
        EventDetails.Failure error => WithTask(Error(error, data), error.Task),
        EventDetails.TaskScheduled scheduled when type == HistoryEventType.LambdaFunctionScheduled => Function(scheduled, data),
        EventDetails.TaskScheduled scheduled => Scheduled(scheduled, data),
        EventDetails.TaskStarted started => WithTask([], started.Task),
        EventDetails.FanOut fanOut when type == HistoryEventType.MapStateStarted => new JsonObject { ["length"] = fanOut.Length },
        EventDetails.MapIteration iteration => new JsonObject { ["name"] = iteration.Name, ["index"] = iteration.Index },
        _ => null,
    };

    private static JsonObject Exited(EventDetails.StateExited exited, bool data)
    {
        var shown = With(Data("output", exited.Output, data), "name", exited.Name);
        if (exited.AssignedVariables is { } assigned)
        {
            if (data)
                shown["assignedVariables"] = new JsonObject(assigned.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.Text)));
            shown["assignedVariablesDetails"] = new JsonObject { ["truncated"] = false };
        }
        return shown;
    }

    private static JsonObject Error(EventDetails.Failure details, bool data)
    {
        var shown = new JsonObject();
        if (details.Error is { } error)
            shown["error"] = error;
        if (data && details.Cause is { } cause)
            shown["cause"] = cause;
        return shown;
    }

    private static JsonObject Scheduled(EventDetails.TaskScheduled scheduled, bool data)
    {
        var shown = WithTask([], scheduled.Task);
        shown["region"] = scheduled.Region;
        // The API model requires the member, also where data is left out.
        shown["parameters"] = data ? scheduled.Parameters.Text : "";
        AddLimits(shown, scheduled);
        return shown;
    }

    private static JsonObject Function(EventDetails.TaskScheduled scheduled, bool data)
    {
        var shown = With(Data("input", scheduled.Parameters, data), "resource", scheduled.Task.Resource);
        if (scheduled.TimeoutSeconds is { } timeout)
            shown["timeoutInSeconds"] = timeout;
        return shown;
    }

    private static void AddLimits(JsonObject shown, EventDetails.TaskScheduled scheduled)
    {
        if (scheduled.TimeoutSeconds is { } timeout)
            shown["timeoutInSeconds"] = timeout;
        if (scheduled.HeartbeatSeconds is { } heartbeat)
            shown["heartbeatInSeconds"] = heartbeat;
    }

    private static JsonObject Data(string name, Payload payload, bool data)
    {
        var shown = new JsonObject();
        if (data)
            shown[name] = payload.Text;
        shown[name + "Details"] = new JsonObject { ["truncated"] = false };
        return shown;
    }

    private static JsonObject With(JsonObject shown, string name, string value)
    {
        shown[name] = value;
        return shown;
    }

    private static JsonObject WithTask(JsonObject shown, TaskReference? task)
    {
        if (task is null)
            return shown;
        shown["resourceType"] = task.ResourceType;
        shown["resource"] = task.Resource;
        return shown;
    }
}
