using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Tests.Proof.Versions.Records;

/// <summary>JSON to be reviewed: what fits on a line is on one.</summary>
internal static class JsonLayout
{
    private const int LineWidth = 150;
    private const int IndentWidth = 2;

    /// <summary>The text, with a line break at its end.</summary>
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int indent)
    {
        var line = JsonText.Write(node);
        switch (node)
        {
            case JsonObject { Count: > 0 } members when line.Length + indent > LineWidth:
                Write(text, '{', '}', members, member =>
                {
                    text.Append(JsonText.Write(member.Key)).Append(": ");
                    Write(text, member.Value, indent + IndentWidth);
                }, indent);
                break;
            case JsonArray { Count: > 0 } elements when line.Length + indent > LineWidth:
                Write(text, '[', ']', elements, element => Write(text, element, indent + IndentWidth), indent);
                break;
            default:
                text.Append(line);
                break;
        }
    }

    private static void Write<T>(StringBuilder text, char open, char close, IEnumerable<T> parts, Action<T> write, int indent)
    {
        var separator = open;
        foreach (var part in parts)
        {
            text.Append(separator).Append('\n').Append(' ', indent + IndentWidth);
            write(part);
            separator = ',';
        }
        text.Append('\n').Append(' ', indent).Append(close);
    }
}
