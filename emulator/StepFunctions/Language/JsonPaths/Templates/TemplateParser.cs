using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

/// <summary>Compiles payload templates.</summary>
/// <param name="diagnostics">Gets what is wrong.</param>
/// <param name="mayUseTaskToken">Whether the template belongs to a task that waits for its token.</param>
internal sealed class TemplateParser(DiagnosticList diagnostics, bool mayUseTaskToken = false)
{
    private const string Suffix = ".$";

    /// <summary>Whether any expression seen so far may hold the task token.</summary>
    public bool UsesTaskToken { get; private set; }

    /// <summary>The name that a field has in the payload: without <c>.$</c>.</summary>
    public static string FieldName(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;

    /// <summary>The template of a field, which must be an object; null for an absent or wrong one.</summary>
    public PayloadTemplate? TakeTemplate(ObjectReader reader, string name)
    {
        if (reader.Take(name) is not { } json)
            return null;
        if (json.ValueKind == JsonValueKind.Object)
            return Parse(json, reader.At(name));
        reader.Diagnostics.Invalid($"The field '{name}' must be an object.", reader.At(name));
        return null;
    }

    /// <summary>Compiles any JSON.</summary>
    public PayloadTemplate Parse(JsonElement json, string location) => json.ValueKind switch
    {
        JsonValueKind.Object => ParseObject(json, location),
        JsonValueKind.Array => ParseArray(json, location),
        _ => Literal(json),
    };

    /// <summary>Compiles one field: an expression when its name ends in <c>.$</c>.</summary>
    /// <returns>The template with the name that the field gets.</returns>
    public KeyValuePair<string, PayloadTemplate> ParseField(string name, JsonElement json, string location)
    {
        if (FieldName(name) == name)
            return new(name, Parse(json, location));
        var expression = ParseExpression(json, location);
        return new(FieldName(name), expression is null ? Literal(json) : new ExpressionTemplate(name, expression));
    }

    /// <summary>Compiles an expression; null, with a diagnostic, when it is wrong.</summary>
    public ValueExpression? ParseExpression(JsonElement json, string location)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            diagnostics.Invalid(
                "A field whose name ends in '.$' must be a string with a path or an intrinsic function.", location);
            return null;
        }

        var text = json.GetString()!;
        try
        {
            var expression = ValueExpression.Parse(text);
            foreach (var path in expression.Paths)
                CheckTaskToken(path, location);
            return expression;
        }
        catch (FormatException exception)
        {
            diagnostics.Add(
                text.StartsWith('$') ? DiagnosticCode.InvalidPath : DiagnosticCode.InvalidIntrinsic, exception.Message,
                location);
            return null;
        }
    }

    private PayloadTemplate ParseObject(JsonElement json, string location)
    {
        var fields = new OrderedDictionary<string, PayloadTemplate>();
        foreach (var field in json.EnumerateObject())
        {
            var fieldLocation = Pointer.Append(location, field.Name);
            var (name, template) = ParseField(field.Name, field.Value, fieldLocation);
            if (!fields.TryAdd(name, template))
                diagnostics.Invalid($"The field '{name}' is there twice.", fieldLocation);
        }

        if (!fields.Values.All(template => template is LiteralTemplate))
            return new ObjectTemplate([.. fields]);
        return new LiteralTemplate(new JsonObject(
            fields.Select(field => KeyValuePair.Create(field.Key, ((LiteralTemplate)field.Value).CopyValue()))));
    }

    private PayloadTemplate ParseArray(JsonElement json, string location)
    {
        var items = json.EnumerateArray().Select((item, index) => Parse(item, $"{location}/{index}")).ToList();
        if (!items.TrueForAll(item => item is LiteralTemplate))
            return new ArrayTemplate(items);
        return new LiteralTemplate(new JsonArray([.. items.Select(item => ((LiteralTemplate)item).CopyValue())]));
    }

    private void CheckTaskToken(JsonPath path, string location)
    {
        if (mayUseTaskToken)
            UsesTaskToken |= path.MayHoldTaskToken;
        else
            PathFields.RefuseTaskToken(path, diagnostics, location);
    }

    private static LiteralTemplate Literal(JsonElement json) => new(JsonNode.Parse(json.GetRawText()));
}
