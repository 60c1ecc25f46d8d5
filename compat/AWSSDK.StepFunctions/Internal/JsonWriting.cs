using System.Text.Json;

namespace Amazon.StepFunctions.Internal;

/// <summary>Writes members of a request. What is null is left out.</summary>
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
}
