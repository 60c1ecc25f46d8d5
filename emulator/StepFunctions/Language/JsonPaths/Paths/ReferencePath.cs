using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>
/// A compiled reference path: names and array indexes of the input only, so that it names one place to write to.
/// </summary>
internal sealed class ReferencePath
{
    private readonly string _text;
    private readonly IReadOnlyList<PathSegment> _segments;

    private ReferencePath(string text, IReadOnlyList<PathSegment> segments)
    {
        _text = text;
        _segments = segments;
    }

    /// <summary><c>$</c>.</summary>
    public static ReferencePath Root { get; } = Parse("$");

    /// <summary>Compiles a path.</summary>
    /// <exception cref="FormatException">With what is wrong, and where.</exception>
    public static ReferencePath Parse(string text)
    {
        var path = JsonPath.Parse(text);
        if (!path.IsInput)
            throw new FormatException(
                $"The reference path '{text}' must start with '$' alone: only the input can be written to.");
        if (!path.IsReference)
            throw new FormatException($"The reference path '{text}' may have only names and array indexes.");
        return new ReferencePath(text, path.Steps.Segments);
    }

    /// <summary>
    /// A copy of the document with the value at this place. Missing objects on the way are made; array elements must
    /// exist.
    /// </summary>
    /// <exception cref="StatesException"><c>States.ResultPathMatchFailure</c>.</exception>
    public JsonNode? Write(JsonNode? document, JsonNode? value)
    {
        if (_segments.Count == 0)
            return value;
        var copy = document?.DeepClone();
        var node = copy;
        for (var index = 0; index < _segments.Count - 1; index++)
            node = Enter(node, _segments[index], _segments[index + 1]);
        Put(node, _segments[^1], value?.DeepClone());
        return copy;
    }

    /// <inheritdoc />
    public override string ToString() => _text;

    private JsonNode? Enter(JsonNode? node, PathSegment segment, PathSegment next)
    {
        if (segment is IndexSegment { Indexes: [var index] })
            return Element(node, index)[index];
        var name = ((NameSegment)segment).Name;
        var json = Object(node, name);
        if (json.TryGetPropertyValue(name, out var child))
            return child;

        // An element of an array that does not exist cannot be written, so no empty array is made on the way to it.
        if (next is IndexSegment)
            throw Mismatch($"there is no array '{name}'");
        var made = new JsonObject();
        json[name] = made;
        return made;
    }

    private void Put(JsonNode? node, PathSegment segment, JsonNode? value)
    {
        if (segment is IndexSegment { Indexes: [var index] })
            Element(node, index)[index] = value;
        else
            Object(node, ((NameSegment)segment).Name)[((NameSegment)segment).Name] = value;
    }

    private JsonObject Object(JsonNode? node, string name) =>
        node as JsonObject ?? throw Mismatch($"the field '{name}' can be set only in an object");

    private JsonArray Element(JsonNode? node, int index) => node is JsonArray array && index < array.Count
        ? array
        : throw Mismatch($"there is no array with an element {index}");

    private StatesException Mismatch(string reason) =>
        new(ErrorName.ResultPathMatchFailure, $"Unable to apply the reference path '{_text}' to the input: {reason}.");
}
