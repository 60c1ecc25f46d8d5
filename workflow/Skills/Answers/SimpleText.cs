using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>A plain bubble of text.</summary>
public sealed record SimpleText : SkillOutput
{
    /// <summary>The longest text, in characters; a client folds what is beyond 500.</summary>
    public const int MaxLength = 1_000;

    /// <param name="text">1 to <see cref="MaxLength"/> characters; a newline starts a new line.</param>
    /// <exception cref="SkillResponseLimitException">The text is blank or too long.</exception>
    public SimpleText(string text) => Text = AnswerCheck.Text(text, MaxLength, "simpleText.text");

    /// <summary>What the bubble says.</summary>
    public string Text { get; }

    internal override string Kind => "simpleText";

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("text", Text);
        json.WriteEndObject();
    }
}
