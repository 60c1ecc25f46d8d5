using System.Text.Json;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>
/// Evaluates one state in one situation with the language library itself, for every answer and error that matters.
/// </summary>
internal sealed class Visit
{
    /// <summary>Stands for all errors that no definition names: a crash, a lost connection, a bug.</summary>
    public const string AnyOtherError = "Lambda.Unknown";

    private static readonly SeededRandomSource Random = new(1);

    private readonly State _state;
    private readonly EvaluationScope _raw;
    private readonly VariableScope _variables;
    private readonly Action<FindingKind, string> _report;

    public Visit(State state, Situation situation, Action<FindingKind, string> report)
    {
        var variables = ((JsonObject)JsonText.Parse(situation.Variables)!).ToDictionary();
        var context = new JsonObject
        {
            ["Execution"] = new JsonObject { ["Name"] = "order" },
            ["State"] = new JsonObject { ["Name"] = state.Name, ["RetryCount"] = 0 },
            ["Task"] = new JsonObject { ["Token"] = "token" },
        };
        _state = state;
        _report = report;
        _variables = VariableScope.Empty.Assign(variables);
        _raw = new EvaluationScope(JsonText.Parse(situation.Input), context, _variables, Random);
        if (state is TaskState task)
            ReadInput(task);
    }

    /// <summary>What the task's function was given; null when it cannot be computed or read.</summary>
    public object? TaskInput { get; private set; }

    /// <summary>Whether points pay for the whole order; false before the quote.</summary>
    public bool IsFree => _raw.Input?["quote"]?["amountDueWon"]?.GetValue<long>() == 0;

    /// <summary>All ways out; none of a Fail state.</summary>
    public IEnumerable<Move> Moves() => _state switch
    {
        TaskState task => OfTask(task),
        ChoiceState choice => Try(() =>
        {
            var chosen = choice.Choose(_raw);
            return Leave(chosen.Next, chosen.Data.Leave(_raw));
        }),
        PassState pass => Try(() => Leave(pass.Next, pass.Data.Pass(_raw))),
        WaitState wait => Try(() => Leave(wait.Next, wait.Data.Leave(_raw))),
        SucceedState => [new Move(null, null, _raw.Input, _variables)],
        FailState => [],
        _ => throw new InvalidOperationException($"The exploration does not know states of type {_state.Type}."),
    };

    private void ReadInput(TaskState task)
    {
        try
        {
            var arguments = task.Data.Arguments(_raw with { Input = task.Data.EffectiveInput(_raw) });
            var payload = arguments?[task.Resource.Integration == TaskIntegration.LambdaInvoke ? "Payload" : "MessageBody"];
            if (StepContracts.All.TryGetValue(task.Name, out var contract))
                TaskInput = contract.Read(payload);
            else
                _report(FindingKind.Contract, "no function is known for this task");
        }
        catch (StatesException error)
        {
            _report(FindingKind.Data, error.Message);
        }
        catch (JsonException error)
        {
            _report(FindingKind.Contract, error.Message);
        }
    }

    /// <summary>Nothing where the input cannot be computed: on AWS that ends the execution, whatever the catchers say.</summary>
    private IEnumerable<Move> OfTask(TaskState task) =>
        TaskInput is null ? [] : Answered(task).Concat(Failed(task));

    private IEnumerable<Move> Answered(TaskState task)
    {
        List<JsonNode?> answers = [];
        try
        {
            answers.AddRange(StepContracts.All[task.Name].Answers(TaskInput!));
        }
        catch (JsonException error)
        {
            _report(FindingKind.Contract, error.Message);
        }
        return answers.SelectMany(answer => Try(() =>
        {
            var result = task.Resource is { Integration: TaskIntegration.LambdaInvoke, WaitsForTaskToken: false }
                ? new JsonObject { ["ExecutedVersion"] = "$LATEST", ["Payload"] = answer?.DeepClone(), ["StatusCode"] = 200 }
                : answer;
            return Leave(task.Next, task.Data.Leave(_raw, result));
        }));
    }

    private IEnumerable<Move> Failed(TaskState task) => task.Catch
        .SelectMany(catcher => catcher.ErrorEquals)
        .Where(name => !name.StartsWith("States.", StringComparison.Ordinal))
        .Append(ErrorName.Timeout)
        .Append(AnyOtherError)
        .Distinct(StringComparer.Ordinal)
        .SelectMany(error => Caught(task, error));

    /// <summary>Nothing for an error that is not caught: that every error is, is another rule.</summary>
    private List<Move> Caught(TaskState task, string error) => task.FindCatcher(error) is not { } catcher
        ? []
        : Try(() => Leave(catcher.Next, catcher.Data.Leave(_raw, Catcher.ErrorOutput(error, "cause")), error));

    private Move Leave(string? next, Departure departure, string? error = null) =>
        new(error, next, departure.Output, _variables.Assign(departure.Assigned));

    private List<Move> Try(Func<Move> evaluate)
    {
        try
        {
            return [evaluate()];
        }
        catch (StatesException error)
        {
            _report(FindingKind.Data, error.Message);
            return [];
        }
    }
}
