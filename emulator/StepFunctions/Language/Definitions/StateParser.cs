using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Intrinsics;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses a state by its type.</summary>
internal sealed class StateParser(BranchParser branches, BranchContext context)
{
    private readonly DataFlowParser _dataFlow = new(context);

    /// <summary>Null, with a diagnostic, when too much is wrong to go on.</summary>
    public State? Parse(string name, ObjectReader reader)
    {
        var type = reader.TakeText("Type", isRequired: true);
        var comment = reader.TakeText("Comment");
        QueryLanguage.Check(reader);
        State? state = type switch
        {
            "Task" => ParseTask(name, reader),
            "Pass" => ParsePass(name, reader),
            "Choice" => ParseChoice(name, reader),
            "Wait" => ParseWait(name, reader),
            "Succeed" => new SucceedState(name) { Data = _dataFlow.Parse(reader, DataFields.None) },
            "Fail" => ParseFail(name, reader),
            "Parallel" => ParseParallel(name, reader),
            "Map" => ParseMap(name, reader),
            _ => null,
        };
        if (IsType(type)) reader.RefuseRest($"a {type} state");
        else if (type is not null) reader.Diagnostics.Invalid($"'{type}' is not a state type.", reader.At("Type"));
        return state is null ? null : state with { Comment = comment };
    }

    private static bool IsType(string? type) =>
        type is "Task" or "Pass" or "Choice" or "Wait" or "Succeed" or "Fail" or "Parallel" or "Map";

    private TaskState? ParseTask(string name, ObjectReader reader)
    {
        var state = new TaskParser(_dataFlow).Parse(name, reader);
        var failures = new FailureParser(context, _dataFlow);
        var (next, retry, catchers) = (TakeNext(reader), FailureParser.ParseRetry(reader), failures.ParseCatch(reader));
        return state is null ? null : state with { Next = next, Retry = retry, Catch = catchers };
    }

    private PassState ParsePass(string name, ObjectReader reader)
    {
        var result = reader.Take("Result");
        return new PassState(name)
        {
            HasResult = result is not null,
            FixedResult = result is { } json ? ToNode(json, reader) : null,
            Data = _dataFlow.Parse(reader, DataFields.Pass),
            Next = TakeNext(reader),
        };
    }

    private ChoiceState? ParseChoice(string name, ObjectReader reader)
    {
        var parser = new ChoiceParser(context, _dataFlow);
        var elements = reader.TakeArray("Choices", isRequired: true);
        var rules = elements
            .Select(element => parser.ParseRule(element.Value, element.Location, reader.Diagnostics))
            .OfType<ChoiceRule>()
            .ToList();
        var state = new ChoiceState(name, rules)
        {
            Default = context.TakeTarget(reader, "Default"),
            Data = _dataFlow.Parse(reader, DataFields.Assign),
        };
        return rules.Count == elements.Count ? state : null;
    }

    private WaitState ParseWait(string name, ObjectReader reader)
    {
        string[] forms = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
        if (forms.Count(reader.Has) != 1)
            reader.Diagnostics.Invalid(
                "A Wait state must have exactly one of 'Seconds', 'SecondsPath', 'Timestamp' and 'TimestampPath'.",
                reader.Location);
        DateTimeOffset? until = null;
        if (reader.TakeText("Timestamp") is { } text)
        {
            if (Timestamp.TryParse(text, out var timestamp)) until = timestamp;
            else reader.Diagnostics.Invalid(
                $"'{text}' is not a timestamp such as 2026-03-14T01:59:00Z.", reader.At("Timestamp"));
        }

        return new WaitState(name)
        {
            Seconds = reader.TakeInteger("Seconds", 0),
            SecondsPath = reader.TakeReference("SecondsPath"),
            Timestamp = until,
            TimestampPath = reader.TakeReference("TimestampPath"),
            Data = _dataFlow.Parse(reader, DataFields.Assign),
            Next = TakeNext(reader),
        };
    }

    private static FailState ParseFail(string name, ObjectReader reader)
    {
        reader.AtMostOne("Error", "ErrorPath");
        reader.AtMostOne("Cause", "CausePath");
        return new FailState(name)
        {
            Error = reader.TakeText("Error"),
            Cause = reader.TakeText("Cause"),
            ErrorPath = TakeTextExpression(reader, "ErrorPath"),
            CausePath = TakeTextExpression(reader, "CausePath"),
        };
    }

    private static ValueExpression? TakeTextExpression(ObjectReader reader, string field)
    {
        if (reader.Take(field) is not { } json) return null;
        var expression = new TemplateParser(reader.Diagnostics).ParseExpression(json, reader.At(field));
        switch (expression)
        {
            case PathExpression { Path.IsReference: false } path:
                reader.Diagnostics.Add(
                    DiagnosticCode.InvalidPath,
                    $"'{path.Path}' must be a reference path: names and array indexes only.", reader.At(field));
                break;
            case IntrinsicCall { FunctionName: var function } when !GivesText(function):
                reader.Diagnostics.Add(
                    DiagnosticCode.InvalidIntrinsic,
                    $"{function} is not allowed in '{field}', since it does not give a string.", reader.At(field));
                break;
        }

        return expression;
    }

    private static bool GivesText(string function) =>
        function is "States.Format" or "States.JsonToString" or "States.ArrayGetItem"
        or "States.Base64Encode" or "States.Base64Decode" or "States.Hash" or "States.UUID";

    private ParallelState? ParseParallel(string name, ObjectReader reader)
    {
        var elements = reader.TakeArray("Branches", isRequired: true);
        var parsed = new List<Branch>();
        foreach (var (json, location) in elements)
        {
            if (ObjectReader.Open(json, location, reader.Diagnostics) is not { } branchReader) continue;
            branchReader.TakeText("Comment");
            if (branches.Parse(branchReader, context.Variables) is { } branch) parsed.Add(branch);
            branchReader.RefuseRest("a branch");
        }

        var failures = new FailureParser(context, _dataFlow);
        var state = new ParallelState(name, parsed)
        {
            Data = _dataFlow.Parse(reader, DataFields.Work),
            Retry = FailureParser.ParseRetry(reader),
            Catch = failures.ParseCatch(reader),
            Next = TakeNext(reader),
        };
        return parsed.Count == elements.Count ? state : null;
    }

    private MapState? ParseMap(string name, ObjectReader reader)
    {
        var state = new MapParser(branches, context, _dataFlow).Parse(name, reader);
        var failures = new FailureParser(context, _dataFlow);
        var (next, retry, catchers) = (TakeNext(reader), FailureParser.ParseRetry(reader), failures.ParseCatch(reader));
        return state is null ? null : state with { Next = next, Retry = retry, Catch = catchers };
    }

    private string? TakeNext(ObjectReader reader)
    {
        var end = reader.Take("End");
        if (end is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
            reader.Diagnostics.Invalid("The field 'End' must be true or false.", reader.At("End"));
        var ends = end?.ValueKind == JsonValueKind.True;
        if (ends && reader.Has("Next"))
            reader.Diagnostics.Invalid("'Next' and 'End' exclude each other.", reader.At("End"));
        if (!ends && !reader.Has("Next"))
            reader.Diagnostics.Invalid("The state needs 'Next', or 'End' with the value true.", reader.Location);
        return context.TakeTarget(reader, "Next");
    }

    private static JsonNode? ToNode(JsonElement json, ObjectReader reader)
    {
        try
        {
            return JsonText.Parse(json.GetRawText());
        }
        catch (JsonException exception)
        {
            reader.Diagnostics.Invalid(exception.Message, reader.At("Result"));
            return null;
        }
    }
}
