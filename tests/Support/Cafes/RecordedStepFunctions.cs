using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>The other end of the Step Functions protocol: notes what arrives, and answers what a test says.</summary>
internal sealed class RecordedStepFunctions : IAwsJsonService
{
    private readonly ConcurrentDictionary<string, JsonObject> _executions = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<(string Operation, JsonObject Request)> _calls = new();

    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string TargetPrefix => "AWSStepFunctions";

    /// <summary>All calls but questions about executions.</summary>
    public IReadOnlyList<(string Operation, JsonObject Request)> Calls => [.. _calls];

    /// <summary>The task tokens with which executions were let go on, or should have been.</summary>
    public IReadOnlyList<string> SentTokens =>
        [.. Calls.Where(call => call.Operation == "SendTaskSuccess").Select(call => (string)call.Request["taskToken"]!)];

    /// <summary>Runs before each call is answered: an execution's first steps, or an <see cref="AwsJsonException"/>.</summary>
    public Func<string, JsonObject, Task> OnCall { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Done when a first call has been answered.</summary>
    public Task Answered => _answered.Task;

    public void Refuse(string code) => OnCall = (_, _) => throw new AwsJsonException(code, "Refused by the test.");

    public void Running(OrderId orderId) => Set(orderId, "RUNNING");

    public void Succeeded(OrderId orderId, string outcome) => Set(
        orderId, "SUCCEEDED", DateTimeOffset.UnixEpoch,
        new JsonObject { ["settlement"] = new JsonObject { ["outcome"] = outcome } }.ToJsonString());

    public void Failed(OrderId orderId, DateTimeOffset stoppedAt) => Set(orderId, "FAILED", stoppedAt);

    /// <summary>Step Functions does not know it, or not yet.</summary>
    public void Gone(OrderId orderId) => _executions.TryRemove(orderId, out _);

    public async Task<JsonObject> InvokeAsync(string operation, JsonObject request, CancellationToken cancellationToken)
    {
        if (operation == "DescribeExecution")
        {
            return _executions.TryGetValue(((string)request["executionArn"]!).Split(':')[^1], out var execution)
                ? (JsonObject)execution.DeepClone()
                : throw new AwsJsonException("ExecutionDoesNotExist", "No execution runs here.");
        }
        _calls.Enqueue((operation, request));
        try
        {
            await OnCall(operation, request);
        }
        finally
        {
            _answered.TrySetResult();
        }
        return operation == "StartExecution"
            ? new JsonObject { ["executionArn"] = $"{TestSettings.StateMachineArn}:{request["name"]}", ["startDate"] = 1_772_323_200 }
            : [];
    }

    private void Set(OrderId orderId, string status, DateTimeOffset? stoppedAt = null, string? output = null)
    {
        var execution = new JsonObject
        {
            ["executionArn"] = orderId.ExecutionArn(TestSettings.StateMachineArn),
            ["stateMachineArn"] = TestSettings.StateMachineArn,
            ["name"] = orderId.ToString(),
            ["status"] = status,
            ["startDate"] = 0,
        };
        if (stoppedAt is { } instant)
            execution["stopDate"] = instant.ToUnixTimeSeconds();
        if (output is not null)
            execution["output"] = output;
        _executions[orderId] = execution;
    }
}
