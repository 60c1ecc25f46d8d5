using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>
/// Walks through every situation that an execution can come into: each task succeeds and fails in every way that its
/// catchers tell apart, in each combination. The data is real, so the walk ends when nothing new turns up.
/// </summary>
internal sealed class Explorer(StateMachineDefinition definition)
{
    /// <summary>A definition that gives more has a value that grows from loop to loop.</summary>
    public const int MaxSituations = 50_000;

    private readonly Dictionary<Situation, Situation?> _predecessors = [];
    private readonly Queue<Situation> _open = new();
    private readonly Dictionary<(FindingKind, string, string), Finding> _findings = [];
    private readonly List<Ending> _endings = [];

    public StateSpace Explore()
    {
        var start = new Promise(Money.None, Points.Free, ApprovalMayBeSent: false);
        Add(new Situation(definition.Root.StartAt, """{"orderId":"20260314-ABCD"}""", "{}", start), null);
        while (_open.TryDequeue(out var situation))
            Leave(situation);
        return new StateSpace(_predecessors, [.. _findings.Values], _endings);
    }

    private void Leave(Situation situation)
    {
        var state = definition.Root.States[situation.State];
        var visit = new Visit(state, situation, (kind, problem) => Report(kind, situation, problem));
        foreach (var (kind, problem) in situation.Promise.Enter(state.Name, visit.IsFree, visit.TaskInput))
            Report(kind, situation, problem);
        foreach (var move in visit.Moves())
        {
            var after = situation.Promise.After(state.Name, move.Error);
            CheckResume(situation, move);
            if (move.Next is null)
            {
                End(situation, move, after);
                continue;
            }
            if (definition.Root.States[move.Next] is FailState && state.Name != StateName.AwaitOperator)
                ReportAll(situation, after.End());
            Add(new Situation(move.Next, JsonText.Write(move.Output), Write(move.Variables), after), situation);
        }
    }

    private void CheckResume(Situation situation, Move move)
    {
        var failedStep = move.Variables.TryGetValue("failedStep", out var value) ? value?.GetValue<string>() : null;
        if (situation.State == StateName.ResumeFailedStep && move.Next != failedStep)
            Report(FindingKind.Resume, situation, $"'{failedStep}' failed, and '{move.Next}' is resumed");
        if (move is { Next: StateName.AwaitOperator, Error: not null } && failedStep != situation.State)
            Report(FindingKind.Resume, situation, $"its failure is filed as that of '{failedStep}'");
    }

    private void End(Situation situation, Move move, Promise after)
    {
        _endings.Add(new Ending(situation));
        ReportAll(situation, after.End());
        var outcome = move.Output is JsonObject output ? output["settlement"]?["outcome"]?.GetValue<string>() : null;
        var isRight = after.Money == Money.Kept
            ? outcome == OrderStatus.Paid
            : outcome == OrderStatus.Rejected || OrderStatus.ReleasedEndings.Contains(outcome ?? "");
        if (!isRight)
            Report(FindingKind.Outcome, situation, $"the money is {after.Money}, and the outcome is '{outcome}'");
    }

    private void Add(Situation situation, Situation? predecessor)
    {
        if (_predecessors.TryAdd(situation, predecessor))
            _open.Enqueue(situation);
        if (_predecessors.Count > MaxSituations)
            throw new InvalidOperationException($"The definition has more than {MaxSituations} situations.");
    }

    private void ReportAll(Situation situation, IEnumerable<(FindingKind Kind, string Problem)> problems)
    {
        foreach (var (kind, problem) in problems)
            Report(kind, situation, problem);
    }

    /// <summary>Keeps the first path, which is a shortest one, for each state and problem.</summary>
    private void Report(FindingKind kind, Situation situation, string problem)
    {
        if (_findings.ContainsKey((kind, situation.State, problem)))
            return;
        var path = new Stack<string>();
        for (var at = situation; at is not null; at = _predecessors[at])
            path.Push(at.State);
        _findings.Add((kind, situation.State, problem), new Finding(kind, $"{string.Join(" > ", path)}: {problem}"));
    }

    private static string Write(VariableScope variables) => JsonText.Write(new JsonObject(
        variables.OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => KeyValuePair.Create(variable.Key, variable.Value?.DeepClone()))));
}
