using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>The template's parameters with the values that they have in this deployment.</summary>
internal sealed class ParameterValues
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "Type", "Default", "Description", "AllowedValues", "AllowedPattern", "ConstraintDescription", "NoEcho", "MinLength", "MaxLength",
        "MinValue", "MaxValue");

    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, JsonNode> _values = new(StringComparer.Ordinal);

    public ParameterValues(JsonObject declarations, IReadOnlyDictionary<string, string> given)
    {
        foreach (var name in given.Keys.Where(name => !declarations.ContainsKey(name)))
            throw new TemplateException($"Parameters.{name}", "a value was given, but the template has no such parameter.");
        foreach (var (name, node) in declarations)
        {
            var path = $"Parameters.{name}";
            var declaration = node as JsonObject ?? throw new TemplateException(path, "it must be a mapping.");
            if (declaration.Select(entry => entry.Key).FirstOrDefault(key => !Known.Contains(key)) is { } unknown)
                throw new TemplateException($"{path}.{unknown}", "this property of a parameter is not known.");
            var text = given.GetValueOrDefault(name) ?? Scalar.Text(declaration["Default"])
                ?? throw new TemplateException(path, "it has no default, and no value was given.");
            _values.Add(name, Typed(declaration, text, path));
        }
    }

    public JsonNode? Find(string name) => _values.GetValueOrDefault(name)?.DeepClone();

    private static JsonNode Typed(JsonObject declaration, string text, string path)
    {
        Check(declaration, text, path);
        switch (Scalar.Text(declaration["Type"]))
        {
            case "String":
                CheckLength(declaration, text, path);
                return JsonValue.Create(text);
            case "Number":
                CheckRange(declaration, text, path);
                return JsonValue.Create(text);
            case "CommaDelimitedList":
                return new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries).Select(item => (JsonNode)item)]);
            case var type:
                throw new TemplateException($"{path}.Type", $"'{type}' is not supported: String, Number and CommaDelimitedList are.");
        }
    }

    private static void Check(JsonObject declaration, string text, string path)
    {
        if (declaration["AllowedValues"] is JsonArray allowed && !allowed.Any(value => Scalar.Text(value) == text))
            throw new TemplateException(path, "the value is not one of AllowedValues.");
        if (Scalar.Text(declaration["AllowedPattern"]) is { } pattern
            && !Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.CultureInvariant, PatternTime))
            throw new TemplateException(path, "the value does not match AllowedPattern.");
    }

    private static void CheckLength(JsonObject declaration, string text, string path)
    {
        if (text.Length < (Bound(declaration, "MinLength") ?? 0) || text.Length > (Bound(declaration, "MaxLength") ?? decimal.MaxValue))
            throw new TemplateException(path, "the value is shorter than MinLength or longer than MaxLength.");
    }

    private static void CheckRange(JsonObject declaration, string text, string path)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            throw new TemplateException(path, "the value is not a number.");
        if (number < (Bound(declaration, "MinValue") ?? decimal.MinValue) || number > (Bound(declaration, "MaxValue") ?? decimal.MaxValue))
            throw new TemplateException(path, "the value is below MinValue or above MaxValue.");
    }

    private static decimal? Bound(JsonObject declaration, string name) =>
        Scalar.Text(declaration[name]) is { } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
