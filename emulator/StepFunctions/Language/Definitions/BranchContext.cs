namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>What the states of one branch have in common while they are parsed.</summary>
/// <param name="States">The object of the states, for checking targets.</param>
/// <param name="OuterVariables">Variables of the branches around, which cannot be assigned here.</param>
/// <param name="Variables">Those, and the variables of this branch.</param>
internal sealed record BranchContext(
    ObjectReader States, IReadOnlySet<string> OuterVariables, IReadOnlySet<string> Variables)
{
    /// <summary>Takes a field that names a state of this branch.</summary>
    public string? TakeTarget(ObjectReader reader, string field, bool isRequired = false)
    {
        var target = reader.TakeText(field, isRequired);
        if (target is not null && !States.Has(target))
            RefuseTarget(reader, field, target);
        return target;
    }

    public static void RefuseTarget(ObjectReader reader, string field, string target) => reader.Diagnostics.Add(
        DiagnosticCode.MissingTransitionTarget,
        $"'{field}' names the state '{target}', which does not exist here.",
        reader.At(field));
}
