using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>The other end of the Step Functions protocol: notes what arrives, and answers what a test says.</summary>
internal sealed class RecordedStepFunctions : IAwsJsonService
{
    private readonly ConcurrentQueue<(string Operation, JsonObject Request)> _calls = new();

    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string TargetPrefix => "AWSStepFunctions";

    public IReadOnlyList<(string Operation, JsonObject Request)> Calls => [.. _calls];

    /// <summary>Runs before each call is answered: an execution's first steps, or an <see cref="AwsJsonException"/>.</summary>
    public Func<string, JsonObject, Task> OnCall { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Done when a first call has been answered.</summary>
    public Task Answered => _answered.Task;

    public void Refuse(string code) => OnCall = (_, _) => throw new AwsJsonException(code, "Refused by the test.");

    public async Task<JsonObject> InvokeAsync(string operation, JsonObject request, CancellationToken cancellationToken)
    {
        if (operation == "DescribeExecution")
            throw new AwsJsonException("ExecutionDoesNotExist", "No execution runs here.");
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
}
