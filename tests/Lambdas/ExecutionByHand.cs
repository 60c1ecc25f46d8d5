using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Tests.Lambdas;

/// <summary>
/// The data of one execution: each step is called with what its state in statemachine.asl.json makes of the data, and the answer goes
/// back as that state selects it. Which state is next is up to the test.
/// </summary>
internal sealed class ExecutionByHand(Func<string, string, Task<JsonObject>> invoke, OrderId orderId)
{
    private static readonly StateMachineDefinition Definition = StateMachineDefinition.Parse(Deployed.FilledDefinition);

    public JsonNode? Data { get; private set; } = new JsonObject { ["orderId"] = (string?)orderId };

    /// <summary>The variables that the definition sets on its way.</summary>
    public Dictionary<string, JsonNode?> Variables { get; } = new()
    {
        ["approveSent"] = false,
        ["ending"] = "CANCELLED",
        ["endReason"] = "NOT_COMMITTED",
        ["failedStep"] = "CommitOrder",
    };

    public int RetryCount { get; set; }

    public static string FunctionOf(TaskState state) => Arguments(state, new JsonObject
    {
        ["orderId"] = "",
        ["quote"] = new JsonObject(),
        ["payment"] = new JsonObject(),
        ["error"] = new JsonObject(),
    }, new Dictionary<string, JsonNode?> { ["approveSent"] = false, ["ending"] = "", ["endReason"] = "", ["failedStep"] = "" }, 0)["FunctionName"]!.GetValue<string>();

    /// <summary>Calls a state's function and takes its answer into the data.</summary>
    /// <returns>The answer, before the state selects from it.</returns>
    public async Task<JsonObject> RunAsync(string name)
    {
        var state = (TaskState)Definition.AllStates.Single(state => state.Name == name);
        var answer = await invoke(name, Arguments(state, Data, Variables, RetryCount)["Payload"]!.ToJsonString());
        var result = new JsonObject { ["Payload"] = answer.DeepClone(), ["StatusCode"] = 200 };
        Data = state.Data.Leave(Scope(Data, Variables, RetryCount), result).Output!.DeepClone();
        return answer;
    }

    /// <summary>A step has failed: the error goes where every catcher of the definition puts it.</summary>
    public void Catch(string error, string? cause)
    {
        var caught = new JsonObject { ["Error"] = error };
        if (cause is not null)
            caught["Cause"] = cause;
        Data!["error"] = caught;
    }

    private static JsonNode Arguments(TaskState state, JsonNode? data, Dictionary<string, JsonNode?> variables, int retryCount) =>
        state.Data.Arguments(Scope(data, variables, retryCount))!;

    private static EvaluationScope Scope(JsonNode? data, Dictionary<string, JsonNode?> variables, int retryCount) => new(
        data,
        (JsonObject)JsonNode.Parse($$$"""{"Task": {"Token": "{{{OrderStories.TaskToken}}}"}, "State": {"RetryCount": {{{retryCount}}}}}""")!,
        variables,
        new SeededRandomSource(1));
}
