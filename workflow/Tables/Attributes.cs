using System.Globalization;
using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Tables;

/// <summary>Values to and from DynamoDB attributes.</summary>
public static class Attributes
{
    /// <summary>A string attribute.</summary>
    public static AttributeValue Text(string value) => new(value);

    /// <summary>A credential, as text.</summary>
    public static AttributeValue Text(Credential value) => new(value.Reveal());

    /// <summary>A number attribute.</summary>
    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    /// <summary>An instant, as text.</summary>
    public static AttributeValue Instant(DateTimeOffset value) => new(Timestamp.Format(value));

    /// <summary>A string attribute that must be there.</summary>
    /// <exception cref="MalformedItemException">It is missing.</exception>
    public static string Text(this Dictionary<string, AttributeValue> item, string name) =>
        item.OptionalText(name) ?? throw new MalformedItemException(name);

    /// <summary>A string attribute; null where it is missing.</summary>
    public static string? OptionalText(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S : null;

    /// <summary>A credential; null where it is missing.</summary>
    public static Credential? OptionalCredential(this Dictionary<string, AttributeValue> item, string name) =>
        item.OptionalText(name) is { } text ? new Credential(text) : null;

    /// <summary>A number attribute that must be there.</summary>
    /// <exception cref="MalformedItemException">It is missing or no whole number.</exception>
    public static long Number(this Dictionary<string, AttributeValue> item, string name) =>
        item.OptionalNumber(name) ?? throw new MalformedItemException(name);

    /// <summary>A number attribute; null where it is missing.</summary>
    /// <exception cref="MalformedItemException">It is no whole number.</exception>
    public static long? OptionalNumber(this Dictionary<string, AttributeValue> item, string name)
    {
        if (!item.TryGetValue(name, out var value) || value.N is null)
            return null;
        return long.TryParse(value.N, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new MalformedItemException(name);
    }

    /// <summary>A list of numbers; empty where it is missing.</summary>
    /// <exception cref="MalformedItemException">It holds something else.</exception>
    public static IReadOnlyList<long> Numbers(this Dictionary<string, AttributeValue> item, string name) =>
        !item.TryGetValue(name, out var value) || value.L is null
            ? []
            : [.. value.L.Select(number => long.TryParse(number.N, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
                ? read
                : throw new MalformedItemException(name))];

    /// <summary>A list of numbers, none of which is below zero.</summary>
    public static AttributeValue Numbers(IEnumerable<long> values) => new() { L = [.. values.Select(Number)], IsLSet = true };

    /// <summary>A list of texts; empty where it is missing.</summary>
    /// <exception cref="MalformedItemException">It holds something else.</exception>
    public static IReadOnlyList<string> Texts(this Dictionary<string, AttributeValue> item, string name) =>
        !item.TryGetValue(name, out var value) || value.L is null
            ? []
            : [.. value.L.Select(text => text.S ?? throw new MalformedItemException(name))];

    /// <summary>A list of texts.</summary>
    public static AttributeValue Texts(IEnumerable<string> values) => new() { L = [.. values.Select(Text)], IsLSet = true };

    /// <summary>An instant that must be there.</summary>
    public static DateTimeOffset Instant(this Dictionary<string, AttributeValue> item, string name) => Timestamp.Parse(item.Text(name));

    /// <summary>An instant; null where it is missing.</summary>
    public static DateTimeOffset? OptionalInstant(this Dictionary<string, AttributeValue> item, string name) =>
        item.OptionalText(name) is { } text ? Timestamp.Parse(text) : null;
}
