using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>
/// The nodes that a step of a path selected, with a bound, since several descents in one path multiply.
/// </summary>
internal sealed class FoundNodes
{
    public const int MaxCount = 100_000;

    private readonly List<JsonNode?> _nodes = [];

    public int Count => _nodes.Count;

    public JsonNode? this[int index] => _nodes[index];

    public void Add(JsonNode? node)
    {
        if (_nodes.Count == MaxCount)
            throw new StatesException(ErrorName.Runtime, $"A JSONPath selects more than {MaxCount} nodes.");
        _nodes.Add(node);
    }
}
