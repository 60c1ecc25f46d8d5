using KakaoWorkflow.Emulator.StepFunctions.Language;

namespace KakaoWorkflow.Tests.Lambdas.Machine;

/// <summary>The states and every transition between them: next states, choices, defaults, catchers.</summary>
internal sealed class StateGraph
{
    private readonly Dictionary<string, string[]> _targets;

    private StateGraph(Dictionary<string, string[]> targets) => _targets = targets;

    public static StateGraph Of(StateMachineDefinition definition) => new(definition.Root.States.ToDictionary(
        state => state.Key, state => state.Value.Targets.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal));

    /// <summary>The graph without some states and what leads to them.</summary>
    public StateGraph Without(Func<string, bool> isLeftOut) => new(_targets
        .Where(state => !isLeftOut(state.Key))
        .ToDictionary(state => state.Key, state => state.Value.Where(name => !isLeftOut(name)).ToArray(), StringComparer.Ordinal));

    /// <summary>Every cycle that enters no state twice, beginning with its first state in the order of names.</summary>
    public IEnumerable<IReadOnlyList<string>> Cycles() => _targets.Keys
        .Order(StringComparer.Ordinal)
        .SelectMany(start => PathsFrom([start]).Where(path => _targets[path[^1]].Contains(start)))
        .Where(cycle => cycle.All(name => string.CompareOrdinal(cycle[0], name) <= 0));

    /// <summary>Every path from a state that enters no state twice, of any length.</summary>
    public IEnumerable<IReadOnlyList<string>> PathsFrom(string start) => PathsFrom([start]);

    private IEnumerable<IReadOnlyList<string>> PathsFrom(IReadOnlyList<string> path)
    {
        yield return path;
        foreach (var next in _targets[path[^1]].Where(name => !path.Contains(name)))
        {
            foreach (var longer in PathsFrom([.. path, next]))
                yield return longer;
        }
    }
}
