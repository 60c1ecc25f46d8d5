using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>
/// Reads the fields of one object of a definition, and in the end refuses those that nobody asked for.
/// </summary>
internal sealed class ObjectReader
{
    private readonly Dictionary<string, JsonElement> _fields = [];
    private readonly HashSet<string> _known = [];

    private ObjectReader(JsonElement json, string location, DiagnosticList diagnostics)
    {
        Location = location;
        Diagnostics = diagnostics;
        foreach (var field in json.EnumerateObject())
        {
            if (!_fields.TryAdd(field.Name, field.Value))
                diagnostics.Invalid($"The field '{field.Name}' is there twice.", At(field.Name));
        }
    }

    public string Location { get; }

    public DiagnosticList Diagnostics { get; }

    public IEnumerable<KeyValuePair<string, JsonElement>> Fields => _fields;

    /// <summary>Null, with a diagnostic, when the value is not an object.</summary>
    public static ObjectReader? Open(JsonElement json, string location, DiagnosticList diagnostics)
    {
        if (json.ValueKind == JsonValueKind.Object)
            return new ObjectReader(json, location, diagnostics);
        diagnostics.Invalid("An object is expected.", location);
        return null;
    }

    /// <summary>The JSON pointer of a field.</summary>
    public string At(string name) => Pointer.Append(Location, name);

    public bool Has(string name) => _fields.ContainsKey(name);

    public JsonElement? Take(string name)
    {
        _known.Add(name);
        return _fields.TryGetValue(name, out var value) ? value : null;
    }

    public void Missing(string name) => Diagnostics.Invalid($"The field '{name}' is missing.", Location);

    public string? TakeText(string name, bool isRequired = false)
    {
        if (Take(name) is not { } value)
        {
            if (isRequired)
                Missing(name);
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        Diagnostics.Invalid($"The field '{name}' must be a string.", At(name));
        return null;
    }

    public int? TakeInteger(string name, int minimum, int maximum = QueriedField.MaxInteger)
    {
        if (Take(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            && number >= minimum && number <= maximum)
            return number;
        Diagnostics.Invalid($"The field '{name}' must be a whole number from {minimum} to {maximum}.", At(name));
        return null;
    }

    public ObjectReader? TakeObject(string name) => Take(name) is { } value ? Open(value, At(name), Diagnostics) : null;

    /// <summary>The elements of an array, each with its location; an empty one is refused.</summary>
    public IReadOnlyList<(JsonElement Value, string Location)> TakeArray(
        string name, bool isRequired = false, bool mayBeEmpty = false)
    {
        if (Take(name) is not { } value)
        {
            if (isRequired)
                Missing(name);
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && (mayBeEmpty || value.GetArrayLength() > 0))
            return [.. value.EnumerateArray().Select((item, index) => (item, $"{At(name)}/{index}"))];
        Diagnostics.Invalid($"The field '{name}' must be an array{(mayBeEmpty ? "" : " that is not empty")}.", At(name));
        return [];
    }

    /// <summary>Refuses two fields that exclude each other.</summary>
    public void AtMostOne(string first, string second)
    {
        if (Has(first) && Has(second))
            Diagnostics.Invalid($"'{first}' and '{second}' exclude each other.", At(second));
    }

    /// <summary>Refuses every field that has not been taken.</summary>
    /// <param name="what">What the object is, such as "a Choice state".</param>
    public void RefuseRest(string what)
    {
        foreach (var name in _fields.Keys.Where(name => !_known.Contains(name)))
        {
            if (UnsupportedField.Reason(name) is { } reason)
                Diagnostics.Add(
                    DiagnosticCode.Unsupported, $"The field '{name}' is not supported: {reason}.", At(name));
            else
                Diagnostics.Invalid($"The field '{name}' is not allowed in {what}.", At(name));
        }
    }
}
