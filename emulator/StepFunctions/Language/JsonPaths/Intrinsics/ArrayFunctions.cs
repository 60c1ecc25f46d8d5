using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>The functions that make and read arrays.</summary>
internal static class ArrayFunctions
{
    /// <summary>The most elements of States.ArrayRange (AWS).</summary>
    public const int MaxRange = 1_000;

    public static IEnumerable<IntrinsicFunction> All =>
    [
        new("States.Array", 0, int.MaxValue, (arguments, _) => Make(arguments)),
        new("States.ArrayPartition", 2, 2, (arguments, _) => Partition(arguments)),
        new("States.ArrayContains", 2, 2, (arguments, _) => Contains(arguments.Array(0), arguments[1])),
        new("States.ArrayRange", 3, 3, (arguments, _) => Range(arguments)),
        new("States.ArrayGetItem", 2, 2, (arguments, _) => GetItem(arguments)),
        new("States.ArrayLength", 1, 1, (arguments, _) => arguments.Array(0).Count),
        new("States.ArrayUnique", 1, 1, (arguments, _) => Unique(arguments)),
    ];

    private static JsonArray Make(Arguments arguments)
    {
        var array = new JsonArray();
        for (var index = 0; index < arguments.Count; index++)
            array.Add(arguments[index]?.DeepClone());
        return array;
    }

    private static bool Contains(JsonArray array, JsonNode? value) => array.Any(item => JsonNode.DeepEquals(item, value));

    private static JsonArray Partition(Arguments arguments)
    {
        var items = arguments.Array(0);
        var size = arguments.Integer(1);
        if (size <= 0)
            throw arguments.Failure("the chunk size must be positive");
        var chunks = new JsonArray();
        JsonArray? chunk = null;
        foreach (var item in items)
        {
            if (chunk is null || chunk.Count == size)
                chunks.Add((JsonNode)(chunk = []));
            chunk.Add(item?.DeepClone());
        }

        return chunks;
    }

    private static JsonArray Range(Arguments arguments)
    {
        var (first, last, step) = (arguments.Integer(0), arguments.Integer(1), arguments.Integer(2));
        if (step == 0)
            throw arguments.Failure("the step must not be zero");

        // Int128, since the distance of two longs may not fit a long.
        var count = ((Int128)last - first) / step + 1;
        if (((Int128)last - first) * step < 0)
            count = 0;
        if (count > MaxRange)
            throw arguments.Failure($"the range has more than {MaxRange} elements");
        var array = new JsonArray();
        for (var index = 0; index < (int)count; index++)
            array.Add(first + (index * step));
        return array;
    }

    private static JsonNode? GetItem(Arguments arguments)
    {
        var items = arguments.Array(0);
        var index = arguments.Integer(1);
        return index >= 0 && index < items.Count
            ? items[(int)index]
            : throw arguments.Failure($"there is no element {index}");
    }

    private static JsonArray Unique(Arguments arguments)
    {
        var unique = new JsonArray();
        foreach (var item in arguments.Array(0))
        {
            if (!Contains(unique, item))
                unique.Add(item?.DeepClone());
        }

        return unique;
    }
}
