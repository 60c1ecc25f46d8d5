using System.Text.Json;

namespace KakaoWorkflow.Skills;

/// <summary>
/// A value of the body that knows its path, so that a refusal can name it. An absent value and a JSON null are the
/// same, and everything below an absent value is absent.
/// </summary>
internal readonly record struct JsonNodeAt(string Path, JsonElement? Element)
{
    /// <returns>Absent, too, when it is something else than an object.</returns>
    public JsonNodeAt Object(string name)
    {
        var child = Child(name);
        return child.Element is { ValueKind: JsonValueKind.Object } ? child : child with { Element = null };
    }

    /// <exception cref="InvalidSkillRequestException">It is something else than an object.</exception>
    public JsonNodeAt ObjectOrAbsent(string name)
    {
        var child = Child(name);
        return child.Element is null or { ValueKind: JsonValueKind.Object } ? child : throw child.Refusal("is not an object");
    }

    /// <exception cref="InvalidSkillRequestException">It is absent, or something else than an object.</exception>
    public JsonNodeAt RequiredObject(string name)
    {
        var child = ObjectOrAbsent(name);
        return child.Element is null ? throw child.Refusal("is missing") : child;
    }

    /// <returns>Null when absent, and when it is something else than a string of valid Unicode.</returns>
    public string? Text(string name) =>
        Child(name).Element is { ValueKind: JsonValueKind.String } element ? Decoded(element) : null;

    /// <exception cref="InvalidSkillRequestException">It is absent, no string, blank or too long.</exception>
    public string RequiredText(string name, int maxLength)
    {
        var child = Child(name);
        if (child.Element is { ValueKind: not JsonValueKind.String })
            throw child.Refusal("is not a string");
        var text = child.Element is { } element ? Decoded(element) ?? throw child.Refusal("is not valid Unicode") : null;
        if (string.IsNullOrWhiteSpace(text))
            throw child.Refusal("is missing or empty");
        return text.Length <= maxLength ? text : throw child.Refusal($"is longer than {maxLength} characters");
    }

    /// <returns>Null when absent, and when it is something else than an https address.</returns>
    public Uri? HttpsUrl(string name) =>
        Uri.TryCreate(Text(name), UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps ? url : null;

    /// <summary>
    /// The values of an object as texts: strings as they are, others as JSON or left out. Nulls and what is not valid Unicode
    /// are left out.
    /// </summary>
    public Dictionary<string, string> Texts(bool stringsOnly = false)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (name, value) in Members())
        {
            if ((value.ValueKind == JsonValueKind.String || !stringsOnly) && Decoded(value) is { } text)
                texts[name] = text;
        }
        return texts;
    }

    /// <summary>The names of an object's values, nulls left out.</summary>
    public HashSet<string> Names() => [.. Members().Select(member => member.Name)];

    /// <summary>The objects among an object's values.</summary>
    public Dictionary<string, JsonNodeAt> Objects()
    {
        var objects = new Dictionary<string, JsonNodeAt>();
        foreach (var (name, value) in Members())
        {
            if (value.ValueKind == JsonValueKind.Object)
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
            if (member.Value.ValueKind != JsonValueKind.Null && Decoded(member) is { } name)
                yield return (name, member.Value);
        }
    }

    /// <summary>A string's text, or another value's JSON; null for half of a surrogate pair, which comes to light only here.</summary>
    private static string? Decoded(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Decoded(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private InvalidSkillRequestException Refusal(string problem) => new(Path, problem);
}
