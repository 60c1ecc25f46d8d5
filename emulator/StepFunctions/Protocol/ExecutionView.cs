using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>Executions as the API shows them.</summary>
internal static class ExecutionView
{
    /// <summary>How long after its end an execution may be redriven (AWS).</summary>
    public static readonly TimeSpan RedrivablePeriod = TimeSpan.FromDays(14);

    public static string Name(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        ExecutionStatus.Aborted => "ABORTED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>The answer of <c>DescribeExecution</c>.</summary>
    public static JsonObject Describe(ExecutionRecord execution, bool data, DateTimeOffset now)
    {
        var shown = Item(execution);
        if (data)
            shown["input"] = execution.Input;
        shown["inputDetails"] = new JsonObject { ["included"] = data };
        if (execution.Output is not null)
        {
            if (data)
                shown["output"] = execution.Output;
            shown["outputDetails"] = new JsonObject { ["included"] = data };
        }
        if (execution.TraceHeader is not null)
            shown["traceHeader"] = execution.TraceHeader;
        if (data && execution.Error is not null)
            shown["error"] = execution.Error;
        if (data && execution.Cause is not null)
            shown["cause"] = execution.Cause;
        var obstacle = RedriveObstacle(execution, now);
        shown["redriveStatus"] = obstacle is null ? "REDRIVABLE" : "NOT_REDRIVABLE";
        if (obstacle is not null)
            shown["redriveStatusReason"] = obstacle;
        return shown;
    }

    /// <summary>An entry of <c>ListExecutions</c>.</summary>
    public static JsonObject Item(ExecutionRecord execution)
    {
        var shown = new JsonObject
        {
            ["executionArn"] = execution.Identity.Arn,
            ["stateMachineArn"] = execution.Identity.StateMachineArn,
            ["name"] = execution.Identity.Name,
            ["status"] = Name(execution.Status),
            ["startDate"] = execution.StartTime.ToWire(),
            ["redriveCount"] = execution.RedriveCount,
        };
        if (execution.StopTime is { } stopped)
            shown["stopDate"] = stopped.ToWire();
        if (execution.RedriveTime is { } redriven)
            shown["redriveDate"] = redriven.ToWire();
        return shown;
    }

    /// <summary>Why an execution cannot be redriven; null when it can.</summary>
    public static string? RedriveObstacle(ExecutionRecord execution, DateTimeOffset now)
    {
        if (execution.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded)
            return $"Execution is {Name(execution.Status)} and cannot be redriven";
        if (execution.EventCount >= Interpreter.MaxEvents - 1)
            return "Execution event history limit is exceeded";
        return now - execution.StopTime > RedrivablePeriod ? "Execution redrive period of 14 days is exceeded" : null;
    }
}
