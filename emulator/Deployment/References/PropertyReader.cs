using System.Globalization;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>Reads a mapping of properties by name and type; whatever is not expected is refused with its path.</summary>
internal sealed class PropertyReader
{
    private readonly JsonObject _properties;
    private readonly Resolver _resolver;

    /// <param name="properties">Unresolved: a property is resolved when it is read, so those without a local meaning never are.</param>
    /// <param name="path">Where the mapping is.</param>
    /// <param name="resolver">Evaluates intrinsic functions.</param>
    /// <param name="known">The properties that are read.</param>
    /// <param name="withoutLocalMeaning">The properties that are accepted and have no effect on one machine.</param>
    public PropertyReader(
        JsonObject properties, string path, Resolver resolver, ReadOnlySpan<string> known, ReadOnlySpan<string> withoutLocalMeaning = default)
    {
        (_properties, Path, _resolver) = (properties, path, resolver);
        foreach (var (name, _) in properties)
        {
            if (!known.Contains(name) && !withoutLocalMeaning.Contains(name))
                throw new TemplateException($"{path}.{name}", "this property is not supported by the emulator.");
        }
    }

    public string Path { get; }

    public string At(string name) => $"{Path}.{name}";

    /// <summary>The resolved value, or null when the property is absent or <c>AWS::NoValue</c>.</summary>
    public JsonNode? Value(string name) => _properties[name] is { } raw ? _resolver.Resolve(raw, At(name)) : null;

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        var node => Scalar.Text(node) ?? throw new TemplateException(At(name), "it must be text."),
    };

    public string RequiredText(string name) => Text(name) ?? throw Missing(name);

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name);
        return text is null || allowed.Contains(text)
            ? text
            : throw new TemplateException(At(name), $"'{text}' is not supported: it must be one of {string.Join(", ", allowed!)}.");
    }

    public int? Integer(string name, int least, int most) => Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most => number,
        _ => throw new TemplateException(At(name), $"it must be a whole number from {least} to {most}."),
    };

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw new TemplateException(At(name), "it must be true or false."),
    };

    /// <summary>A mapping of names to texts; empty when absent.</summary>
    public Dictionary<string, string> Texts(string name)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Mapping(name))
            result.Add(key, Scalar.Text(value) ?? throw new TemplateException($"{At(name)}.{key}", "it must be text."));
        return result;
    }

    /// <summary>A list of texts; empty when absent.</summary>
    public List<string> List(string name) => Value(name) switch
    {
        null => [],
        JsonArray items => [.. items.Select((item, index) =>
            Scalar.Text(item) ?? throw new TemplateException($"{At(name)}[{index}]", "it must be text."))],
        _ => throw new TemplateException(At(name), "it must be a list."),
    };

    /// <summary>A nested mapping, or null when absent.</summary>
    public PropertyReader? Nested(string name, ReadOnlySpan<string> known, ReadOnlySpan<string> withoutLocalMeaning = default) =>
        _properties[name] is null ? null : new PropertyReader(Mapping(name), At(name), _resolver, known, withoutLocalMeaning);

    /// <summary>A list of mappings; empty when absent.</summary>
    public IEnumerable<PropertyReader> NestedList(string name, string[] known, string[] withoutLocalMeaning)
    {
        var items = Value(name) switch
        {
            null => [],
            JsonArray list => list,
            _ => throw new TemplateException(At(name), "it must be a list."),
        };
        for (var index = 0; index < items.Count; index++)
        {
            var path = $"{At(name)}[{index}]";
            var item = items[index] as JsonObject ?? throw new TemplateException(path, "it must be a mapping.");
            yield return new PropertyReader(item, path, _resolver, known, withoutLocalMeaning);
        }
    }

    /// <summary>The entries of a mapping, each unresolved; empty when absent.</summary>
    public JsonObject Unresolved(string name) => _properties[name] switch
    {
        null => [],
        JsonObject mapping => mapping,
        _ => throw new TemplateException(At(name), "it must be a mapping."),
    };

    public TemplateException Missing(string name) => new(At(name), "it is required.");

    private JsonObject Mapping(string name) => Value(name) switch
    {
        null => [],
        JsonObject mapping => mapping,
        _ => throw new TemplateException(At(name), "it must be a mapping."),
    };
}
