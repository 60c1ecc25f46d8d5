using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>Conversions from and to JSON texts, and merging.</summary>
internal static class JsonFunctions
{
    public static IEnumerable<IntrinsicFunction> All =>
    [
        new("States.StringToJson", 1, 1, (arguments, _) => Parse(arguments)),
        new("States.JsonToString", 1, 1, (arguments, _) => JsonText.Write(arguments[0])),
        new("States.JsonMerge", 3, 3, (arguments, _) => Merge(arguments)),
    ];

    private static JsonNode? Parse(Arguments arguments)
    {
        try
        {
            return JsonText.Parse(arguments.Text(0));
        }
        catch (JsonException)
        {
            throw arguments.Failure("argument 1 is not a JSON text");
        }
    }

    private static JsonObject Merge(Arguments arguments)
    {
        var (first, second) = (arguments.Object(0), arguments.Object(1));
        if (arguments[2]?.GetValueKind() != JsonValueKind.False)
            throw arguments.Failure("argument 3 must be false, since AWS merges objects only in shallow mode");
        var merged = (JsonObject)first.DeepClone();
        foreach (var (name, value) in second)
            merged[name] = value?.DeepClone();
        return merged;
    }
}
