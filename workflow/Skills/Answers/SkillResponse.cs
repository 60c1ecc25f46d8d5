using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>
/// An answer of a skill, version 2.0: one to three bubbles, suggestions below them, and changes to the bot's contexts.
/// Immutable; every part checks its limits when it is made.
/// </summary>
public sealed record SkillResponse
{
    /// <summary>The most bubbles.</summary>
    public const int MaxOutputs = 3;

    /// <summary>The most suggestions.</summary>
    public const int MaxQuickReplies = 10;

    /// <summary>The most context changes. The platform names no limit.</summary>
    public const int MaxContextValues = 10;

    /// <summary>The largest answer, in UTF-8 bytes: the platform's 30 KB, read as thousands.</summary>
    public const int MaxBytes = 30_000;

    private static readonly JsonWriterOptions Options = new()
    {
        // Korean text stays as it is: escapes would take twice the bytes, and the answer never stands inside HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private SkillResponse(
        IReadOnlyList<SkillOutput> outputs, IReadOnlyList<QuickReply> quickReplies, IReadOnlyList<ContextValue> context)
    {
        Outputs = AnswerCheck.List(outputs, 1, MaxOutputs, "template.outputs");
        QuickReplies = AnswerCheck.List(quickReplies, 0, MaxQuickReplies, "template.quickReplies");
        Context = AnswerCheck.List(context, 0, MaxContextValues, "context.values");
    }

    /// <summary>The bubbles, from top to bottom.</summary>
    public IReadOnlyList<SkillOutput> Outputs { get; }

    /// <summary>The suggestions below the last bubble.</summary>
    public IReadOnlyList<QuickReply> QuickReplies { get; }

    /// <summary>The changes to the bot's contexts.</summary>
    public IReadOnlyList<ContextValue> Context { get; }

    /// <summary>An answer of these bubbles.</summary>
    /// <exception cref="SkillResponseLimitException">There is none, or more than three.</exception>
    public static SkillResponse Of(params IReadOnlyList<SkillOutput> outputs) => new(outputs, [], []);

    /// <summary>An answer of one bubble of text.</summary>
    /// <exception cref="SkillResponseLimitException">The text is blank or longer than 1,000 characters.</exception>
    public static SkillResponse Text(string text) => Of(new SimpleText(text));

    /// <summary>The same answer with these suggestions after those that it has.</summary>
    /// <exception cref="SkillResponseLimitException">There are more than ten.</exception>
    public SkillResponse WithQuickReplies(params IReadOnlyList<QuickReply> quickReplies) =>
        new(Outputs, [.. QuickReplies, .. quickReplies], Context);

    /// <summary>The same answer with these context changes after those that it has.</summary>
    /// <exception cref="SkillResponseLimitException">There are more than ten.</exception>
    public SkillResponse WithContext(params IReadOnlyList<ContextValue> values) =>
        new(Outputs, QuickReplies, [.. Context, .. values]);

    /// <summary>The answer's body, in UTF-8.</summary>
    /// <exception cref="SkillResponseLimitException">
    /// It is larger than <see cref="MaxBytes"/>; no client would show it.
    /// </exception>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json);
        return buffer.WrittenCount <= MaxBytes
            ? buffer.WrittenSpan.ToArray()
            : throw new SkillResponseLimitException("body", $"has {buffer.WrittenCount} bytes; {MaxBytes} are allowed");
    }

    /// <summary>The answer's body as text.</summary>
    /// <exception cref="SkillResponseLimitException">It is larger than <see cref="MaxBytes"/> in UTF-8.</exception>
    public string ToJson() => Encoding.UTF8.GetString(ToUtf8Json());

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteStartObject("template");
        json.WriteArray("outputs", Outputs, WriteOutput);
        json.WriteArray("quickReplies", QuickReplies, (reply, writer) => reply.Write(writer));
        json.WriteEndObject();
        if (Context.Count > 0)
        {
            json.WriteStartObject("context");
            json.WriteArray("values", Context, (value, writer) => value.Write(writer));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteOutput(SkillOutput output, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName(output.Kind);
        output.Write(json);
        json.WriteEndObject();
    }
}
