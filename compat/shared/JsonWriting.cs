using System.Text.Json;

namespace KakaoWorkflow.Compat;

/// <summary>Writes members of a request. What is null is left out; an empty collection is sent as such.</summary>
internal static class JsonWriting
{
    public static void Put(this Utf8JsonWriter writer, string name, string value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void Put(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is not null)
        {
            writer.WriteNumber(name, value.Value);
        }
    }

    public static void Put(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is not null)
        {
            writer.WriteBoolean(name, value.Value);
        }
    }

    /// <summary>Writes all bytes of the stream as base64, and leaves its position as it was.</summary>
    public static void Put(this Utf8JsonWriter writer, string name, MemoryStream value)
    {
        if (value is not null)
        {
            writer.WriteBase64String(name, value.ToArray());
        }
    }

    public static void Put(this Utf8JsonWriter writer, string name, IEnumerable<string> values) =>
        writer.PutList(name, values, static (inner, value) => inner.WriteStringValue(value));

    public static void Put(this Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string> values)
    {
        if (values is not null)
        {
            writer.WriteStartObject(name);
            foreach (var (key, value) in values)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }
    }

    public static void PutObject<T>(this Utf8JsonWriter writer, string name, T value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteObject(value, write);
        }
    }

    public static void PutObjects<T>(
        this Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write) =>
        writer.PutList(name, values, (inner, value) => inner.WriteObject(value, write));

    public static void PutObjectMap<T>(
        this Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values is not null)
        {
            writer.WriteStartObject(name);
            foreach (var (key, value) in values)
            {
                writer.WritePropertyName(key);
                writer.WriteObject(value, write);
            }

            writer.WriteEndObject();
        }
    }

    private static void PutList<T>(
        this Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values is not null)
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
            {
                write(writer, value);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteObject<T>(this Utf8JsonWriter writer, T value, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        write(writer, value);
        writer.WriteEndObject();
    }
}
