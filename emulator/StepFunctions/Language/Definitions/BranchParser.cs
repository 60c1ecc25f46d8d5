using System.Collections.Frozen;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses <c>StartAt</c> and <c>States</c>, of the top level or of a branch.</summary>
internal sealed class BranchParser
{
    private const int MaxNameLength = 80;

    // The names of all branches, since they must differ in the whole definition.
    private readonly HashSet<string> _names = [];

    /// <param name="reader">The object that has the two fields; others are left to the caller.</param>
    /// <param name="outerVariables">Variables of the branches around, which cannot be assigned here.</param>
    public Branch? Parse(ObjectReader reader, IReadOnlySet<string> outerVariables)
    {
        var startAt = reader.TakeText("StartAt", isRequired: true);
        if (!reader.Has("States"))
            reader.Missing("States");
        if (reader.TakeObject("States") is not { } states)
            return null;
        if (!states.Fields.Any())
            states.Diagnostics.Invalid("There must be at least one state.", states.Location);
        if (startAt is not null && !states.Has(startAt))
            BranchContext.RefuseTarget(reader, "StartAt", startAt);

        var variables = outerVariables.Concat(AssignedVariables.In(states)).ToFrozenSet();
        var parser = new StateParser(this, new BranchContext(states, outerVariables, variables));
        var parsed = new OrderedDictionary<string, State>();
        foreach (var (name, json) in states.Fields)
        {
            CheckName(states, name);
            if (ObjectReader.Open(json, states.At(name), states.Diagnostics) is not { } state)
                continue;
            if (parser.Parse(name, state) is { } done)
                parsed.Add(name, done);
        }

        // Whatever could not be parsed has targets that are not known, so only complete branches are searched.
        if (startAt is null || !parsed.ContainsKey(startAt) || parsed.Count != states.Fields.Count())
            return null;
        var branch = new Branch(startAt, parsed);
        RefuseUnreachable(branch, states);
        return branch;
    }

    private void CheckName(ObjectReader states, string name)
    {
        if (name.Length is 0 or > MaxNameLength)
            states.Diagnostics.Invalid(
                $"A state's name must have 1 to {MaxNameLength} characters.", states.At(name));
        if (!_names.Add(name))
            states.Diagnostics.Add(
                DiagnosticCode.DuplicateStateName, $"There are two states with the name '{name}'.", states.At(name));
    }

    private static void RefuseUnreachable(Branch branch, ObjectReader states)
    {
        var reached = new HashSet<string> { branch.StartAt };
        var open = new Stack<string>(reached);
        while (open.TryPop(out var name))
        {
            foreach (var target in branch.States[name].Targets)
            {
                if (branch.States.ContainsKey(target) && reached.Add(target))
                    open.Push(target);
            }
        }

        foreach (var name in branch.States.Keys.Where(name => !reached.Contains(name)))
            states.Diagnostics.Add(
                DiagnosticCode.MissingTransitionTarget, $"The state '{name}' is not reachable.", states.At(name));
    }
}
