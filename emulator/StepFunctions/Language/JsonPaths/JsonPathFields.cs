using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths;

/// <summary>The fields of JSONPath. A computed value stands in a field of its own, whose name ends in <c>Path</c>.</summary>
internal sealed class JsonPathFields(BranchContext context) : QueryFields
{
    private const string Suffix = "Path";

    /// <inheritdoc />
    public override string ArgumentsField => "Parameters";

    /// <inheritdoc />
    public override IReadOnlyList<string> WaitFields { get; } = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];

    /// <inheritdoc />
    public override DataFlow TakeFlow(ObjectReader state, FlowKind kind, TaskResource? resource = null)
    {
        // A task whose resource is wrong may be one that waits.
        var parameters = new TemplateParser(state.Diagnostics, kind == FlowKind.Task && resource is null or { WaitsForTaskToken: true });
        var templates = new TemplateParser(state.Diagnostics);
        var result = kind == FlowKind.Pass ? TakeResult(state) : null;
        var flow = new JsonPathFlow
        {
            InputPath = state.TakeFilter("InputPath"),
            OutputPath = state.TakeFilter("OutputPath"),
            Parameters = kind is FlowKind.Pass or FlowKind.Parallel or FlowKind.Task ? parameters.TakeTemplate(state, ArgumentsField) : null,
            FixedResult = result,
            ResultSelector = kind is FlowKind.Map or FlowKind.Parallel or FlowKind.Task ? templates.TakeTemplate(state, "ResultSelector") : null,
            ResultPath = kind is FlowKind.End or FlowKind.Transit ? ReferencePath.Root : state.TakeResultPath(),
            Assign = kind == FlowKind.End ? VariableAssignments.None : state.TakeAssign(context),
        };
        if (resource is { WaitsForTaskToken: true } && !parameters.UsesTaskToken)
        {
            state.Diagnostics.Add(
                DiagnosticCode.TaskToken,
                "A task that waits for its token must pass '$$.Task.Token' on in its Parameters.",
                state.Has(ArgumentsField) ? state.At(ArgumentsField) : state.Location);
        }
        return flow;
    }

    /// <inheritdoc />
    public override DataFlow TakeCatcherFlow(ObjectReader catcher) =>
        new JsonPathFlow { ResultPath = catcher.TakeResultPath(), Assign = catcher.TakeAssign(context) };

    /// <inheritdoc />
    public override Condition? TakeCondition(ObjectReader rule) => ConditionParser.Parse(rule);

    /// <inheritdoc />
    public override Func<DataFlow, DataFlow> TakeRuleFlow(ObjectReader rule)
    {
        var assign = rule.TakeAssign(context);
        return state => (JsonPathFlow)state with { Assign = assign };
    }

    /// <inheritdoc />
    public override (int? Fixed, QueriedField? Queried) TakeInteger(ObjectReader state, string name, int minimum) =>
        (state.TakeInteger(name, minimum), TakeReference(state, name));

    /// <inheritdoc />
    public override (DateTimeOffset? Fixed, QueriedField? Queried) TakeTimestamp(ObjectReader state, string name)
    {
        DateTimeOffset? value = null;
        if (state.TakeText(name) is { } text)
        {
            if (Timestamp.TryParse(text, out var timestamp))
                value = timestamp;
            else
                state.Diagnostics.Invalid($"'{text}' is not a timestamp such as 2026-03-14T01:59:00Z.", state.At(name));
        }
        return (value, TakeReference(state, name));
    }

    /// <inheritdoc />
    public override (string? Fixed, QueriedField? Queried) TakeText(ObjectReader state, string name) =>
        (state.TakeText(name), TextExpression.Take(state, name + Suffix) is { } expression ? new(name + Suffix, expression) : null);

    /// <inheritdoc />
    public override QueriedField TakeItems(ObjectReader map) => TakeReference(map, "Items") ?? new("ItemsPath", JsonPath.Root);

    /// <inheritdoc />
    public override Query? TakeItemSelector(ObjectReader map)
    {
        map.AtMostOne("ItemSelector", ArgumentsField);
        var templates = new TemplateParser(map.Diagnostics);
        var (selector, older) = (templates.TakeTemplate(map, "ItemSelector"), templates.TakeTemplate(map, ArgumentsField));
        return selector ?? older;
    }

    private static QueriedField? TakeReference(ObjectReader state, string name) =>
        state.TakeReference(name + Suffix) is { } path ? new(name + Suffix, path) : null;

    private static LiteralTemplate? TakeResult(ObjectReader pass)
    {
        const string Name = "Result";
        if (pass.Take(Name) is not { } json)
            return null;
        try
        {
            return new(JsonText.Parse(json.GetRawText()));
        }
        catch (JsonException exception)
        {
            pass.Diagnostics.Invalid(exception.Message, pass.At(Name));
            return null;
        }
    }
}
