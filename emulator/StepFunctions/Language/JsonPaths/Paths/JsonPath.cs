using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>
/// A compiled JSONPath that reads the input (<c>$</c>), the context object (<c>$$</c>) or a variable (<c>$name</c>).
/// </summary>
/// <remarks>
/// Names, indexes, slices, unions, wildcards, descent and filters. JSONPath's own functions, such as <c>length()</c>,
/// and regular
/// expressions are refused: intrinsic functions take their place.
/// </remarks>
internal sealed class JsonPath : Query
{
    private readonly string _text;
    private readonly PathRoot _root;
    private readonly PathSteps _steps;

    internal JsonPath(string text, PathRoot root, string? variable, PathSteps steps)
    {
        _text = text;
        _root = root;
        _steps = steps;
        Variable = variable;
    }

    /// <summary><c>$</c>.</summary>
    public static JsonPath Root { get; } = Parse("$");

    /// <summary>Whether the path names at most one place; one that does not gives an array of what it finds.</summary>
    public bool IsDefinite => _steps.IsDefinite;

    /// <summary>Whether it has names and array indexes only.</summary>
    public bool IsReference => _steps.IsReference;

    /// <summary>The name of the variable that the path starts at; null for <c>$</c> and <c>$$</c>.</summary>
    public string? Variable { get; }

    /// <summary>Whether the path names the task token of the context object, or the object that holds it.</summary>
    internal bool NamesTaskToken => _root == PathRoot.Context && _steps.Segments is [NameSegment { Name: "Task" }, ..];

    /// <summary>Whether the value may have the task token in it, as <c>$$</c> does.</summary>
    internal bool MayHoldTaskToken =>
        NamesTaskToken || (_root == PathRoot.Context && _steps.Segments is [] or [not NameSegment, ..]);

    internal bool IsInput => _root == PathRoot.Input;

    internal PathSteps Steps => _steps;

    /// <summary>Compiles a path.</summary>
    /// <exception cref="FormatException">With what is wrong, and where.</exception>
    public static JsonPath Parse(string text)
    {
        var parser = new PathParser(new TextCursor(text, 0), inFilter: false);
        var path = parser.ParsePath();
        parser.ExpectEnd();
        return path;
    }

    /// <summary>
    /// Reads without failing. A definite path that finds nothing gives false; an indefinite one gives an array, perhaps
    /// an empty one.
    /// </summary>
    /// <remarks>
    /// An indefinite path gives false, too, when what comes before its first wildcard, slice or filter is missing.
    /// </remarks>
    /// <exception cref="StatesException"><c>States.Runtime</c> when it selects more than 100,000 nodes.</exception>
    public bool TryRead(EvaluationScope scope, out JsonNode? value)
    {
        value = null;
        return TryStart(scope, out var start) && _steps.TryRead(start, start, out value);
    }

    /// <summary>Whether it finds anything at all.</summary>
    public bool FindsAny(EvaluationScope scope) => TryStart(scope, out var start) && _steps.FindsAny(start, start);

    /// <inheritdoc />
    public override JsonNode? Evaluate(EvaluationScope scope) => TryRead(scope, out var value)
        ? value
        : throw new StatesException(ErrorName.Runtime, $"Invalid path '{_text}': it finds nothing in the data.");

    /// <inheritdoc />
    public override string ToString() => _text;

    private bool TryStart(EvaluationScope scope, out JsonNode? start)
    {
        switch (_root)
        {
            case PathRoot.Input:
                start = scope.Input;
                return true;
            case PathRoot.Context:
                start = scope.Context;
                return true;
            default:
                return scope.Variables.TryGetValue(Variable!, out start);
        }
    }
}
