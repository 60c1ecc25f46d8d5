using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary>Parses the conditions of choice rules.</summary>
internal static class ConditionParser
{
    private const string PathSuffix = "Path";

    private static readonly string[] Kinds = ["And", "Or", "Not", "Variable"];

    public static Condition? Parse(ObjectReader reader)
    {
        var kinds = Kinds.Where(reader.Has).ToList();
        if (kinds.Count != 1)
        {
            // JSONata's Condition gets its own message from the fields that are left over.
            if (!reader.Has("Condition"))
                reader.Diagnostics.Invalid(
                    "A choice rule must have exactly one of 'And', 'Or', 'Not' and 'Variable'.", reader.Location);
            foreach (var kind in kinds)
                reader.Take(kind);
            return null;
        }

        return kinds[0] switch
        {
            "And" => ParseAll(reader, "And") is { } conditions ? new Condition.All(conditions) : null,
            "Or" => ParseAll(reader, "Or") is { } conditions ? new Condition.Any(conditions) : null,
            "Not" => ParseNested(reader.Take("Not")!.Value, reader.At("Not"), reader.Diagnostics) is { } condition
                ? new Condition.Not(condition)
                : null,
            _ => ParseTest(reader),
        };
    }

    private static Condition? ParseNested(JsonElement json, string location, DiagnosticList diagnostics)
    {
        if (ObjectReader.Open(json, location, diagnostics) is not { } reader)
            return null;
        reader.TakeText("Comment");
        var condition = Parse(reader);
        reader.RefuseRest("a nested choice rule");
        return condition;
    }

    private static List<Condition>? ParseAll(ObjectReader reader, string field)
    {
        var elements = reader.TakeArray(field);
        var conditions = elements
            .Select(element => ParseNested(element.Value, element.Location, reader.Diagnostics))
            .OfType<Condition>()
            .ToList();
        return conditions.Count == elements.Count && conditions.Count > 0 ? conditions : null;
    }

    private static Condition? ParseTest(ObjectReader reader)
    {
        var variable = reader.TakePath("Variable");
        var operators = reader.Fields.Select(field => field.Key).Where(IsOperator).ToList();
        if (operators.Count != 1)
        {
            reader.Diagnostics.Invalid(
                $"A rule with 'Variable' must have exactly one comparison operator, not {operators.Count}.", reader.Location);
            foreach (var name in operators)
                reader.Take(name);
            return null;
        }

        // The operator's value is checked even where Variable is wrong, so that both are reported at once.
        var condition = ParseOperator(reader, operators[0], variable ?? JsonPath.Root);
        return variable is null ? null : condition;
    }

    private static Condition? ParseOperator(ObjectReader reader, string name, JsonPath variable)
    {
        if (name == "StringMatches")
            return ParsePattern(reader, variable);
        if (name == "IsPresent")
            return TakeBoolean(reader, name) is { } isPresent ? new PresenceTest(variable, isPresent) : null;
        if (TypeTest.ByName.TryGetValue(name, out var test))
            return TakeBoolean(reader, name) is { } expected ? new TypeTest(variable, test, expected) : null;
        if (!ComparisonOperator.ByName.TryGetValue(name, out var comparison))
        {
            comparison = ComparisonOperator.ByName[name[..^PathSuffix.Length]];
            return reader.TakePath(name) is { } path ? new Comparison(variable, comparison, null, path) : null;
        }

        var value = JsonNode.Parse(reader.Take(name)!.Value.GetRawText());
        if (Comparison.IsOfType(comparison.Type, value))
            return new Comparison(variable, comparison, value, null);
        reader.Diagnostics.Invalid($"The value of '{name}' must be a {TypeName(comparison.Type)}.", reader.At(name));
        return null;
    }

    private static PatternMatch? ParsePattern(ObjectReader reader, JsonPath variable)
    {
        const string Name = "StringMatches";
        if (reader.TakeText(Name) is not { } pattern)
            return null;
        try
        {
            return PatternMatch.Create(variable, pattern);
        }
        catch (FormatException exception)
        {
            reader.Diagnostics.Invalid(exception.Message, reader.At(Name));
            return null;
        }
    }

    private static bool? TakeBoolean(ObjectReader reader, string name)
    {
        var kind = reader.Take(name)!.Value.ValueKind;
        if (kind is JsonValueKind.True or JsonValueKind.False)
            return kind == JsonValueKind.True;
        reader.Diagnostics.Invalid($"The value of '{name}' must be true or false.", reader.At(name));
        return null;
    }

    private static bool IsOperator(string name) =>
        name is "StringMatches" or "IsPresent"
        || TypeTest.ByName.ContainsKey(name)
        || ComparisonOperator.ByName.ContainsKey(name)
        || (name.EndsWith(PathSuffix, StringComparison.Ordinal)
            && ComparisonOperator.ByName.ContainsKey(name[..^PathSuffix.Length]));

    private static string TypeName(ComparedType type) => type switch
    {
        ComparedType.String => "string",
        ComparedType.Numeric => "number",
        ComparedType.Boolean => "boolean",
        _ => "timestamp such as 2026-03-14T01:59:00Z",
    };
}
