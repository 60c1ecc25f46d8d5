using System.Collections.Frozen;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

/// <summary>An <c>Assign</c> field: variables and the templates of their values.</summary>
internal sealed class VariableAssignments
{
    private readonly Dictionary<string, PayloadTemplate> _templates;

    internal VariableAssignments(Dictionary<string, PayloadTemplate> templates) => _templates = templates;

    /// <summary>Assigns nothing.</summary>
    public static VariableAssignments None { get; } = new([]);

    /// <summary>The names that are assigned.</summary>
    public IReadOnlyCollection<string> Names => _templates.Keys;

    /// <summary>
    /// The new values; all expressions see the scope's old variables. Give the result to <see
    /// cref="VariableScope.Assign"/>.
    /// </summary>
    /// <exception cref="Failures.StatesException">
    /// <c>States.Runtime</c> when a path finds nothing, <c>States.IntrinsicFailure</c>, or <c>States.DataLimitExceeded</c> above 256
    /// KiB.
    /// </exception>
    public IReadOnlyDictionary<string, JsonNode?> Evaluate(EvaluationScope scope)
    {
        if (_templates.Count == 0)
            return FrozenDictionary<string, JsonNode?>.Empty;
        var values = new Dictionary<string, JsonNode?>(_templates.Count);
        var bytes = 0;
        foreach (var (name, template) in _templates)
        {
            var value = template.Evaluate(scope);
            bytes += PayloadLimit.Utf8Bytes(value);
            values.Add(name, value);
        }

        VariableScope.CheckAssignment(bytes);
        return values;
    }
}
