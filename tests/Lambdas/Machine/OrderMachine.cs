using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

namespace KakaoWorkflow.Tests.Lambdas.Machine;

/// <summary>The order workflow's definition, as it is deployed or with a change that rules have to notice.</summary>
internal sealed class OrderMachine
{
    private readonly JsonObject _json;
    private readonly Lazy<StateSpace> _space;

    private OrderMachine(JsonObject json)
    {
        _json = json;
        Definition = StateMachineDefinition.Parse(json.ToJsonString());
        _space = new Lazy<StateSpace>(() => new Explorer(Definition).Explore());
    }

    public static OrderMachine AsDeployed { get; } =
        new((JsonObject)JsonNode.Parse(Deployed.StateMachine.Substitute(Deployed.Definition))!);

    public StateMachineDefinition Definition { get; }

    public IEnumerable<TaskState> Tasks => Definition.Root.States.Values.OfType<TaskState>();

    /// <summary>Every situation that an order can come into.</summary>
    public StateSpace Space => _space.Value;

    /// <summary>A copy of the definition with a change.</summary>
    /// <param name="change">Gets the definition and its states.</param>
    public OrderMachine With(Action<JsonObject, JsonObject> change)
    {
        var copy = (JsonObject)_json.DeepClone();
        change(copy, (JsonObject)copy["States"]!);
        return new OrderMachine(copy);
    }

    /// <summary>The function that a task calls; null when it calls none of this deployment.</summary>
    public FunctionConfiguration? FunctionOf(TaskState task) =>
        Deployed.FunctionOfArn(_json["States"]![task.Name]!["Parameters"]?["FunctionName"]?.GetValue<string>());
}
