using System.Text.Json.Nodes;
using KakaoWorkflow.Local.StepFunctions.Language.Data;
using KakaoWorkflow.Local.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Local.StepFunctions.Language.Paths;

/// <summary>A compiled JSONPath that reads the input (<c>$</c>), the context object (<c>$$</c>) or a variable (<c>$name</c>).</summary>
public sealed class JsonPath
{
    private readonly string _text;

    private JsonPath(string text) => _text = text;

    /// <summary><c>$</c>.</summary>
    public static JsonPath Root { get; } = new("$");

    /// <summary>Whether the path names at most one place; one that does not gives an array of what it finds.</summary>
    public bool IsDefinite => true;

    /// <summary>The name of the variable that the path starts at; null for <c>$</c> and <c>$$</c>.</summary>
    public string? Variable => null;

    /// <summary>Compiles a path.</summary>
    /// <exception cref="FormatException">With what is wrong, and where.</exception>
    public static JsonPath Parse(string text) => new(text);

    /// <summary>Reads without failing. A definite path that finds nothing gives false; an indefinite one gives an array, perhaps an empty one.</summary>
    public bool TryRead(EvaluationScope scope, out JsonNode? value)
    {
        value = scope.Input;
        return true;
    }

    /// <summary>Reads.</summary>
    /// <exception cref="StatesException"><c>States.Runtime</c> when a definite path finds nothing.</exception>
    public JsonNode? Read(EvaluationScope scope) =>
        TryRead(scope, out var value) ? value : throw new StatesException(ErrorName.Runtime, $"Invalid path '{_text}': it finds nothing in the data.");

    /// <inheritdoc />
    public override string ToString() => _text;
}
