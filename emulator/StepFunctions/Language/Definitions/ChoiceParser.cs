using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses Choice states.</summary>
internal sealed class ChoiceParser(BranchContext context, QueryFields queries)
{
    public ChoiceState? Parse(string name, ObjectReader reader)
    {
        var elements = reader.TakeArray("Choices", isRequired: true);
        var rules = elements.Select(element => ParseRule(element.Value, element.Location, reader.Diagnostics)).OfType<Func<DataFlow, ChoiceRule>>().ToList();
        var fallback = context.TakeTarget(reader, "Default");
        var data = queries.TakeFlow(reader, FlowKind.Transit);
        return rules.Count == elements.Count
            ? new ChoiceState(name, [.. rules.Select(rule => rule(data))]) { Default = fallback, Data = data }
            : null;
    }

    /// <summary>The rule in a state with a data flow.</summary>
    private Func<DataFlow, ChoiceRule>? ParseRule(JsonElement json, string location, DiagnosticList diagnostics)
    {
        if (ObjectReader.Open(json, location, diagnostics) is not { } reader)
            return null;
        var comment = reader.TakeText("Comment");
        var next = context.TakeTarget(reader, "Next", isRequired: true);
        var flow = queries.TakeRuleFlow(reader);
        var condition = queries.TakeCondition(reader);
        reader.RefuseRest("a choice rule");
        return condition is null || next is null ? null : state => new ChoiceRule(condition, next, flow(state)) { Comment = comment };
    }
}
