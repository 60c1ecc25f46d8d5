using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Emulator.StepFunctions.StateMachines;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>
/// The Step Functions API (AWS JSON 1.0), with AWS's error codes and shapes. What is not supported is refused by name:
/// express machines, versions and aliases, activities, distributed maps.
/// </summary>
internal sealed class StepFunctionsService : IAwsJsonService
{
    private readonly Dictionary<string, Func<JsonObject, Task<JsonObject>>> _operations;

    /// <summary>Puts the operations together.</summary>
    public StepFunctionsService(
        EngineOptions options,
        ExecutionEngine engine,
        ExecutionStore store,
        StateMachineStore machines,
        TagStore tagStore,
        TimeProvider time,
        IRandomSource random)
    {
        var machine = new StateMachineOperations(options, machines, tagStore, time, random);
        var execution = new ExecutionOperations(engine, store, machines, time, random);
        var task = new TaskOperations(engine);
        var tags = new TagOperations(machines, tagStore);
        _operations = new Dictionary<string, Func<JsonObject, Task<JsonObject>>>
        {
            ["CreateStateMachine"] = machine.CreateAsync,
            ["UpdateStateMachine"] = machine.UpdateAsync,
            ["DescribeStateMachine"] = machine.DescribeAsync,
            ["ListStateMachines"] = machine.ListAsync,
            ["DeleteStateMachine"] = machine.DeleteAsync,
            ["ValidateStateMachineDefinition"] = StateMachineOperations.ValidateAsync,
            ["StartExecution"] = execution.StartAsync,
            ["StopExecution"] = execution.StopAsync,
            ["DescribeExecution"] = execution.DescribeAsync,
            ["DescribeStateMachineForExecution"] = execution.DescribeStateMachineAsync,
            ["ListExecutions"] = execution.ListAsync,
            ["GetExecutionHistory"] = execution.HistoryAsync,
            ["RedriveExecution"] = execution.RedriveAsync,
            ["SendTaskSuccess"] = task.SucceedAsync,
            ["SendTaskFailure"] = task.FailAsync,
            ["SendTaskHeartbeat"] = task.HeartbeatAsync,
            ["TagResource"] = tags.TagAsync,
            ["UntagResource"] = tags.UntagAsync,
            ["ListTagsForResource"] = tags.ListAsync,
        };
    }

    /// <inheritdoc />
    public string TargetPrefix => "AWSStepFunctions";

    /// <inheritdoc />
    public Task<JsonObject> InvokeAsync(string operation, JsonObject request, CancellationToken cancellationToken) =>
        _operations.TryGetValue(operation, out var run)
            ? run(request)
            : throw new AwsJsonException("UnknownOperationException", $"The operation '{operation}' is not supported here.");
}
