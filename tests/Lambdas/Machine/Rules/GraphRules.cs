using KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Rules;

/// <summary>What holds of the ways through the states.</summary>
internal static class GraphRules
{
    /// <summary>How many states the order that everybody wishes for may enter: they are what Step Functions costs.</summary>
    public const int MaxHappyStates = 8;

    public static IEnumerable<string> EveryChoiceHasADefault(OrderMachine machine) =>
        from choice in machine.Definition.Root.States.Values.OfType<ChoiceState>()
        where choice.Default is null
        select $"{choice.Name} has no Default.";

    /// <summary>Each cycle has a Wait state or waits for a task token, so none can spin; a retry is no cycle here.</summary>
    public static IEnumerable<string> EveryCyclePauses(OrderMachine machine) =>
        StateGraph.Of(machine.Definition).Without(name => Pauses(machine.Definition.Root.States[name])).Cycles()
            .Select(cycle => $"{string.Join(" > ", cycle)} goes round without a pause.");

    /// <summary>A state that the parser finds a way to may still be behind a condition that never holds.</summary>
    public static IEnumerable<string> EveryStateIsReached(OrderMachine machine) =>
        machine.Definition.Root.States.Keys
            .Except(machine.Space.Predecessors.Keys.Select(situation => situation.State))
            .Select(name => $"No execution comes to {name}.");

    public static IEnumerable<string> HappyPathIsShort(OrderMachine machine)
    {
        foreach (var path in HappyPaths(machine))
        {
            if (path.Count > MaxHappyStates)
                yield return $"{string.Join(" > ", path)} enters {path.Count} states.";
            if (path[^1] != StateName.AnnounceOrder)
                yield return $"{string.Join(" > ", path)} does not end with {StateName.AnnounceOrder}.";
        }
    }

    /// <summary>The paths of executions in which no error was ever caught: <c>$.error</c> is what each catcher writes.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> HappyPaths(OrderMachine machine) =>
    [
        .. machine.Space.Endings
            .Where(ending => !ending.Last.Input.Contains("\"error\":", StringComparison.Ordinal))
            .Select(ending => PathTo(machine.Space, ending.Last))
            .DistinctBy(path => string.Join('>', path)),
    ];

    private static List<string> PathTo(StateSpace space, Situation last)
    {
        var path = new List<string>();
        for (var at = last; at is not null; at = space.Predecessors[at])
            path.Insert(0, at.State);
        return path;
    }

    private static bool Pauses(State state) => state is WaitState or TaskState { Resource.WaitsForTaskToken: true };
}
