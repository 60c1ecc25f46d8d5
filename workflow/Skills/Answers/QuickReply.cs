using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>
/// A suggestion below the last bubble. The chatbot extracts no parameters from its text: what the next skill needs goes
/// into <c>extra</c>.
/// </summary>
public sealed record QuickReply
{
    /// <summary>
    /// The longest label, in characters: that of a button, since the platform names none for quick replies.
    /// </summary>
    public const int MaxLabelLength = 14;

    private const string Field = "quickReplies";

    private readonly ReplyAction _action;

    private QuickReply(string label, ReplyAction action)
    {
        Label = AnswerCheck.Text(label, MaxLabelLength, $"{Field}.label", maxLines: 1);
        _action = action;
    }

    /// <summary>What the suggestion says.</summary>
    public string Label { get; }

    /// <summary>Sends a text as if the customer had typed it.</summary>
    /// <param name="label">What the suggestion says.</param>
    /// <param name="messageText">What is sent; null means the label.</param>
    /// <param name="extra">What the next skill gets as client extra.</param>
    /// <exception cref="SkillResponseLimitException">
    /// A text is blank or too long, or there is too much extra.
    /// </exception>
    public static QuickReply Message(
        string label, string? messageText = null, IReadOnlyDictionary<string, string>? extra = null) =>
        new(label, ReplyAction.Message(messageText ?? label, extra, Field));

    /// <summary>Runs a block of the bot, whatever the text says.</summary>
    /// <param name="label">What the suggestion says.</param>
    /// <param name="blockId">The block's id in the bot.</param>
    /// <param name="messageText">What the chat shows as the customer's words; null means the label.</param>
    /// <param name="extra">What the block's skill gets as client extra.</param>
    /// <exception cref="SkillResponseLimitException">
    /// A text is blank or too long, or there is too much extra.
    /// </exception>
    public static QuickReply Block(
        string label, string blockId, string? messageText = null, IReadOnlyDictionary<string, string>? extra = null) =>
        new(label, ReplyAction.Block(blockId, messageText, extra, Field));

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("label", Label);
        _action.Write(json);
        json.WriteEndObject();
    }
}
