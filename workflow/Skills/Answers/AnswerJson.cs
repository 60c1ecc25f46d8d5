using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>The shapes that several parts of an answer share.</summary>
internal static class AnswerJson
{
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach (var (key, text) in texts)
            json.WriteString(key, text);
        json.WriteEndObject();
    }

    public static void WriteArray<T>(
        this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T, Utf8JsonWriter> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item, json);
        json.WriteEndArray();
    }
}
