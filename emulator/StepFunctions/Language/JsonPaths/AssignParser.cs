using KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths;

/// <summary>Parses <c>Assign</c> of a state, a choice rule or a catcher.</summary>
internal static class AssignParser
{
    public static VariableAssignments TakeAssign(this ObjectReader reader, BranchContext context)
    {
        if (reader.TakeObject("Assign") is not { } assign)
            return VariableAssignments.None;
        var templates = new TemplateParser(reader.Diagnostics);
        var assignments = new Dictionary<string, PayloadTemplate>();
        foreach (var (field, json) in assign.Fields)
        {
            var location = assign.At(field);
            var (name, template) = templates.ParseField(field, json, location);
            var refusal = !VariableName.IsValid(name)
                ? $"cannot be called so: a name must be a Unicode identifier of at most {VariableName.MaxLength} characters, not 'states'"
                : context.OuterVariables.Contains(name) ? "is assigned in a branch around this one, so not here"
                : !assignments.TryAdd(name, template) ? "is assigned twice"
                : null;
            if (refusal is not null)
                reader.Diagnostics.Invalid($"The variable '{name}' {refusal}.", location);
        }

        return new VariableAssignments(assignments);
    }
}
