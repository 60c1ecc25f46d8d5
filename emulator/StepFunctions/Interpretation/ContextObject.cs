using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>
/// Builds what <c>$$</c> means. What belongs to the whole execution is built once; State, Task and Map are put in for each
/// state. Values that were read from it earlier stay as they were, because parts are replaced and never changed.
/// </summary>
internal sealed class ContextObject(ExecutionIdentity identity, ExecutionState execution)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private JsonObject? _context;
    private int _redriveCount;
    private Activity? _activity;
    private int _retryCount;

    /// <summary>The context of a state that is entered now.</summary>
    public JsonObject Entering(Strand strand, State state, DateTimeOffset now)
    {
        _activity = null;
        return Build(strand, state, now, retryCount: 0);
    }

    /// <summary>The context of the state that the line is in.</summary>
    public JsonObject Of(Strand strand)
    {
        var activity = strand.Activity!;
        if (_activity == activity && _retryCount == activity.RetryCount && _redriveCount == execution.RedriveCount)
            return _context!;

        var context = Build(strand, activity.State, activity.EnteredTime, activity.RetryCount);
        _activity = activity;
        _retryCount = activity.RetryCount;
        return context;
    }

    /// <summary>The context of a task's parameters.</summary>
    public JsonObject WithTaskToken(Strand strand, string token)
    {
        var context = Of(strand);
        _activity = null;
        context["Task"] = new JsonObject { ["Token"] = token };
        return context;
    }

    /// <summary>The context of an <c>ItemSelector</c>.</summary>
    public JsonObject WithItem(Strand mapping, int index, JsonNode? item)
    {
        var context = Of(mapping);
        _activity = null;
        context["Map"] = Item(index, item);
        return context;
    }

    /// <summary>The value, or a copy of it where it is the whole context object, which goes on changing.</summary>
    public JsonNode? Detach(JsonNode? value) => value is not null && value == _context ? value.DeepClone() : value;

    private static JsonObject Item(int index, JsonNode? item) =>
        new() { ["Item"] = new JsonObject { ["Index"] = index, ["Value"] = item?.DeepClone() } };

    private JsonObject Build(Strand strand, State state, DateTimeOffset enteredTime, int retryCount)
    {
        if (_context is null || _redriveCount != execution.RedriveCount)
            _context = BuildExecution();
        _redriveCount = execution.RedriveCount;

        var visit = new JsonObject { ["EnteredTime"] = enteredTime.UtcDateTime.ToString(TimeFormat), ["Name"] = state.Name };
        if (state is RecoverableState)
            visit["RetryCount"] = retryCount;
        _context["State"] = visit;
        _context.Remove("Task");
        _context.Remove("Map");
        if (InnermostItem(strand) is { } item)
            _context["Map"] = item;
        return _context;
    }

    private JsonObject BuildExecution()
    {
        var started = new JsonObject
        {
            ["Id"] = identity.Arn,
            ["Input"] = execution.Input.Node?.DeepClone(),
            ["Name"] = identity.Name,
            ["RoleArn"] = identity.RoleArn,
            ["StartTime"] = execution.StartTime.UtcDateTime.ToString(TimeFormat),
            ["RedriveCount"] = execution.RedriveCount,
        };
        if (execution.RedriveTime is { } redriven)
            started["RedriveTime"] = redriven.UtcDateTime.ToString(TimeFormat);
        return new JsonObject
        {
            ["Execution"] = started,
            ["StateMachine"] = new JsonObject { ["Id"] = identity.StateMachineArn, ["Name"] = identity.StateMachineName },
        };
    }

    private static JsonObject? InnermostItem(Strand strand)
    {
        for (var line = strand; line.Parent is { } parent; line = parent)
        {
            if (parent.Activity is { State: MapState, FanOut: { } fanOut })
                return Item(line.Index, fanOut.Details.Input.Node?[line.Index]);
        }
        return null;
    }
}
