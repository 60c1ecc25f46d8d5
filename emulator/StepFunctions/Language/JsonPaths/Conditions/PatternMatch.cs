using System.Text;
using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary><c>StringMatches</c>: <c>*</c> stands for any characters, <c>\*</c> and <c>\\</c> for themselves.</summary>
internal sealed class PatternMatch : Condition
{
    private readonly JsonPath _variable;
    private readonly IReadOnlyList<string> _parts;

    private PatternMatch(JsonPath variable, IReadOnlyList<string> parts)
    {
        _variable = variable;
        _parts = parts;
    }

    /// <exception cref="FormatException">A backslash stands alone.</exception>
    public static PatternMatch Create(JsonPath variable, string pattern)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var position = 0; position < pattern.Length; position++)
        {
            if (pattern[position] == '*')
            {
                parts.Add(part.ToString());
                part.Clear();
                continue;
            }

            if (pattern[position] == '\\' && (++position == pattern.Length || pattern[position] is not ('*' or '\\')))
                throw new FormatException(
                    $"In the pattern '{pattern}' a backslash must be followed by '*' or another backslash.");
            part.Append(pattern[position]);
        }

        parts.Add(part.ToString());
        return new PatternMatch(variable, parts);
    }

    public override bool IsTrue(EvaluationScope scope)
    {
        var value = _variable.Evaluate(scope);
        return value is not null && value.GetValueKind() == JsonValueKind.String && Matches(value.GetValue<string>());
    }

    private bool Matches(string text)
    {
        if (_parts.Count == 1)
            return text == _parts[0];
        var (first, last) = (_parts[0], _parts[^1]);
        if (text.Length < first.Length + last.Length)
            return false;
        if (!text.StartsWith(first, StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal))
            return false;

        // Taking each middle part at its earliest place is enough, since a wildcard may stand for anything.
        var rest = text.AsSpan(first.Length, text.Length - first.Length - last.Length);
        for (var index = 1; index < _parts.Count - 1; index++)
        {
            var found = rest.IndexOf(_parts[index], StringComparison.Ordinal);
            if (found < 0)
                return false;
            rest = rest[(found + _parts[index].Length)..];
        }

        return true;
    }
}
