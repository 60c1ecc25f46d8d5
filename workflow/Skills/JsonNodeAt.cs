using System.Text.Json;

namespace KakaoWorkflow.Skills;

/// <summary>
/// A value of the body that knows its path, so that a refusal can name it. An absent value and a JSON null are the same,
/// and everything below an absent value is absent.
/// </summary>
internal readonly record struct JsonNodeAt(string Path, JsonElement? Element)
{
    /// <summary>The text; null when absent.</summary>
    /// <exception cref="InvalidSkillRequestException">It is something else than a string.</exception>
    public string? Value => Element switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } element => Decoded(element),
        _ => throw new InvalidSkillRequestException(Path, "is not a string"),
    };

    public JsonNodeAt Object(string name) => Child(name) is { Element: { ValueKind: not JsonValueKind.Object } } other
        ? throw new InvalidSkillRequestException(other.Path, "is not an object")
        : Child(name);

    public JsonNodeAt Text(string name) => Child(name);

    public JsonNodeAt Required() => Element is null ? throw new InvalidSkillRequestException(Path, "is missing") : this;

    public string Required(int maxLength) => Value switch
    {
        null => throw new InvalidSkillRequestException(Path, "is missing"),
        var text when string.IsNullOrWhiteSpace(text) => throw new InvalidSkillRequestException(Path, "is empty"),
        var text when text.Length > maxLength =>
            throw new InvalidSkillRequestException(Path, $"is longer than {maxLength} characters"),
        var text => text,
    };

    public Uri? HttpsUrl() => Value switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps => url,
        _ => throw new InvalidSkillRequestException(Path, "is not an https address"),
    };

    /// <summary>The values of an object as texts: strings as they are, nulls left out, others as JSON or left out.</summary>
    public Dictionary<string, string> Texts(bool stringsOnly = false)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (name, value) in Members())
        {
            if (value.ValueKind == JsonValueKind.String)
                texts[name] = Decoded(value);
            else if (!stringsOnly)
                texts[name] = value.GetRawText();
        }
        return texts;
    }

    public Dictionary<string, JsonNodeAt> Objects()
    {
        var objects = new Dictionary<string, JsonNodeAt>();
        foreach (var (name, value) in Members())
        {
            if (value.ValueKind != JsonValueKind.Object)
                throw new InvalidSkillRequestException(Path, "holds an entry that is not an object");
            objects[name] = new JsonNodeAt($"{Path} (an entry)", value);
        }
        return objects;
    }

    private JsonNodeAt Child(string name)
    {
        var path = Path.Length == 0 ? name : $"{Path}.{name}";
        return Element is { } element && element.TryGetProperty(name, out var child) && child.ValueKind != JsonValueKind.Null
            ? new JsonNodeAt(path, child)
            : new JsonNodeAt(path, null);
    }

    private IEnumerable<(string Name, JsonElement Value)> Members()
    {
        if (Element is not { } element)
            yield break;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
                yield return (Decoded(member), member.Value);
        }
    }

    private string Decoded(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader refuses an escaped half of a surrogate pair, or bytes that are not UTF-8, only when they are decoded.
            throw new InvalidSkillRequestException(Path, "holds text that is not valid Unicode");
        }
    }

    private string Decoded(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw new InvalidSkillRequestException(Path, "holds a key that is not valid Unicode");
        }
    }
}
