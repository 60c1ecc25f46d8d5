using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses the fields of a state through which data goes.</summary>
internal sealed class DataFlowParser(BranchContext context)
{
    /// <param name="reader">The state.</param>
    /// <param name="fields">The fields that its type allows.</param>
    /// <param name="parameters">Compiles Parameters where that is not the usual way.</param>
    public DataFlow Parse(ObjectReader reader, DataFields fields, TemplateParser? parameters = null)
    {
        var templates = new TemplateParser(reader.Diagnostics);
        return new DataFlow
        {
            InputPath = reader.TakeFilter("InputPath"),
            OutputPath = reader.TakeFilter("OutputPath"),
            Parameters = fields.HasFlag(DataFields.Parameters)
                ? (parameters ?? templates).TakeTemplate(reader, "Parameters")
                : null,
            ResultSelector = fields.HasFlag(DataFields.ResultSelector)
                ? templates.TakeTemplate(reader, "ResultSelector")
                : null,
            ResultPath = fields.HasFlag(DataFields.ResultPath) ? reader.TakeResultPath() : ReferencePath.Root,
            Assign = fields.HasFlag(DataFields.Assign) ? ParseAssign(reader) : VariableAssignments.None,
        };
    }

    /// <summary>Parses <c>Assign</c> of a state, a choice rule or a catcher.</summary>
    public VariableAssignments ParseAssign(ObjectReader reader)
    {
        if (reader.TakeObject("Assign") is not { } assign) return VariableAssignments.None;
        var templates = new TemplateParser(reader.Diagnostics);
        var assignments = new Dictionary<string, PayloadTemplate>();
        foreach (var (field, json) in assign.Fields)
        {
            var location = assign.At(field);
            var (name, template) = templates.ParseField(field, json, location);
            var refusal = !VariableName.IsValid(name)
                ? $"cannot be called so: a name must be a Unicode identifier of at most {VariableName.MaximumLength} characters, not 'states'"
                : context.OuterVariables.Contains(name) ? "is assigned in a branch around this one, so not here"
                : !assignments.TryAdd(name, template) ? "is assigned twice"
                : null;
            if (refusal is not null) reader.Diagnostics.Invalid($"The variable '{name}' {refusal}.", location);
        }

        return new VariableAssignments(assignments);
    }
}
