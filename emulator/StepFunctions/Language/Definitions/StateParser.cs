using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses a state by its type.</summary>
internal sealed class StateParser(BranchParser branches, BranchContext context)
{
    /// <summary>Null, with a diagnostic, when too much is wrong to go on.</summary>
    public State? Parse(string name, ObjectReader reader)
    {
        var type = reader.TakeText("Type", isRequired: true);
        var comment = reader.TakeText("Comment");
        var queries = QueryLanguage.Of(reader, context);
        State? state = type switch
        {
            "Task" => Recoverable(new TaskParser(queries).Parse(name, reader), reader, queries),
            "Pass" => new PassState(name) { Data = queries.TakeFlow(reader, FlowKind.Pass), Next = TakeNext(reader) },
            "Choice" => new ChoiceParser(context, queries).Parse(name, reader),
            "Wait" => ParseWait(name, reader, queries),
            "Succeed" => new SucceedState(name) { Data = queries.TakeFlow(reader, FlowKind.End) },
            "Fail" => ParseFail(name, reader, queries),
            "Parallel" => Recoverable(ParseParallel(name, reader, queries), reader, queries),
            "Map" => Recoverable(new MapParser(branches, context, queries).Parse(name, reader), reader, queries),
            _ => null,
        };
        if (IsType(type))
            reader.RefuseRest($"a {type} state");
        else if (type is not null)
            reader.Diagnostics.Invalid($"'{type}' is not a state type.", reader.At("Type"));
        return state is null ? null : state with { Comment = comment };
    }

    private static bool IsType(string? type) =>
        type is "Task" or "Pass" or "Choice" or "Wait" or "Succeed" or "Fail" or "Parallel" or "Map";

    private RecoverableState? Recoverable(RecoverableState? state, ObjectReader reader, QueryFields queries)
    {
        var (next, retry) = (TakeNext(reader), FailureParser.ParseRetry(reader));
        var catchers = new FailureParser(context, queries).ParseCatch(reader);
        return state is null ? null : state with { Next = next, Retry = retry, Catch = catchers };
    }

    private WaitState ParseWait(string name, ObjectReader reader, QueryFields queries)
    {
        var forms = queries.WaitFields;
        if (forms.Count(reader.Has) != 1)
            reader.Diagnostics.Invalid(
                $"A Wait state must have exactly one of '{string.Join("', '", forms.SkipLast(1))}' and '{forms[^1]}'.", reader.Location);
        var (until, queriedUntil) = queries.TakeTimestamp(reader, "Timestamp");
        var (seconds, queriedSeconds) = queries.TakeInteger(reader, "Seconds", 0);
        return new WaitState(name)
        {
            Seconds = seconds,
            QueriedSeconds = queriedSeconds,
            Timestamp = until,
            QueriedTimestamp = queriedUntil,
            Data = queries.TakeFlow(reader, FlowKind.Transit),
            Next = TakeNext(reader),
        };
    }

    private static FailState ParseFail(string name, ObjectReader reader, QueryFields queries)
    {
        reader.AtMostOne("Error", "ErrorPath");
        reader.AtMostOne("Cause", "CausePath");
        var (error, queriedError) = queries.TakeText(reader, "Error");
        var (cause, queriedCause) = queries.TakeText(reader, "Cause");
        return new FailState(name) { Error = error, QueriedError = queriedError, Cause = cause, QueriedCause = queriedCause };
    }

    private ParallelState? ParseParallel(string name, ObjectReader reader, QueryFields queries)
    {
        var elements = reader.TakeArray("Branches", isRequired: true);
        var parsed = new List<Branch>();
        foreach (var (json, location) in elements)
        {
            if (ObjectReader.Open(json, location, reader.Diagnostics) is not { } branchReader)
                continue;
            branchReader.TakeText("Comment");
            if (branches.Parse(branchReader, context.Variables) is { } branch)
                parsed.Add(branch);
            branchReader.RefuseRest("a branch");
        }

        var state = new ParallelState(name, parsed) { Data = queries.TakeFlow(reader, FlowKind.Parallel) };
        return parsed.Count == elements.Count ? state : null;
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
}
