using System.Text.Json;

namespace KakaoWorkflow.Skills;

/// <summary>
/// A value of the body that knows its path, so that a refusal can name it. An absent value and a JSON null are the
/// same, and everything below an absent value is absent.
/// </summary>
internal readonly record struct JsonNodeAt(string Path, JsonElement? Element)
{
    /// <exception cref="InvalidSkillRequestException">It is something else than an object.</exception>
    public JsonNodeAt Object(string name)
    {
        var child = Child(name);
        return child.Element is { ValueKind: not JsonValueKind.Object }
            ? throw child.Refusal("is not an object")
            : child;
    }

    /// <exception cref="InvalidSkillRequestException">It is absent, or something else than an object.</exception>
    public JsonNodeAt RequiredObject(string name)
    {
        var child = Object(name);
        return child.Element is null ? throw child.Refusal("is missing") : child;
    }

    /// <returns>Null when absent.</returns>
    /// <exception cref="InvalidSkillRequestException">It is something else than a string.</exception>
    public string? Text(string name)
    {
        var child = Child(name);
        return child.Element switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } element => child.Decoded(element),
            _ => throw child.Refusal("is not a string"),
        };
    }

    /// <exception cref="InvalidSkillRequestException">It is absent, no string, blank or too long.</exception>
    public string RequiredText(string name, int maxLength)
    {
        var text = Text(name);
        if (string.IsNullOrWhiteSpace(text))
            throw Child(name).Refusal("is missing or empty");
        return text.Length <= maxLength ? text : throw Child(name).Refusal($"is longer than {maxLength} characters");
    }

    /// <returns>Null when absent or empty.</returns>
    /// <exception cref="InvalidSkillRequestException">It is something else than an https address.</exception>
    public Uri? HttpsUrl(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text))
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? url
            : throw Child(name).Refusal("is not an https address");
    }

    /// <summary>
    /// The values of an object as texts: strings as they are, nulls left out, others as JSON or left out.
    /// </summary>
    public Dictionary<string, string> Texts(bool stringsOnly = false)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (name, value) in Members())
        {
            if (value.ValueKind == JsonValueKind.String || !stringsOnly)
                texts[name] = Decoded(value);
        }
        return texts;
    }

    /// <summary>The names of an object's values, nulls left out.</summary>
    public HashSet<string> Names() => [.. Members().Select(member => member.Name)];

    public Dictionary<string, JsonNodeAt> Objects()
    {
        var objects = new Dictionary<string, JsonNodeAt>();
        foreach (var (name, value) in Members())
        {
            if (value.ValueKind != JsonValueKind.Object)
                throw Refusal("holds an entry that is not an object");
            objects[name] = new JsonNodeAt($"{Path} (an entry)", value);
        }
        return objects;
    }

    private JsonNodeAt Child(string name)
    {
        var path = Path.Length == 0 ? name : $"{Path}.{name}";
        return Element is { } element
            && element.TryGetProperty(name, out var child)
            && child.ValueKind != JsonValueKind.Null
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

    /// <summary>A string's text, or another value's JSON.</summary>
    private string Decoded(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8, come to light only when the text is decoded.
            throw Refusal("holds text that is not valid Unicode");
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
            throw Refusal("holds a key that is not valid Unicode");
        }
    }

    private InvalidSkillRequestException Refusal(string problem) => new(Path, problem);
}
