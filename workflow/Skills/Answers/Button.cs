using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>A button below a card.</summary>
/// <remarks>
/// What a factory method is given as <c>extra</c> comes back as <see cref="SkillRequest.ClientExtra"/> when the button
/// is pressed: opaque ids, never a price or a phone number. At most 1,000 characters.
/// </remarks>
public sealed record Button
{
    /// <summary>The longest label, in characters; KakaoTalk cuts a longer one without a word.</summary>
    public const int MaxLabelLength = 14;

    /// <summary>The longest label of one of two buttons side by side, in characters.</summary>
    public const int MaxLabelLengthSideBySide = 8;

    private const string Field = "buttons";

    private readonly ReplyAction _action;

    private Button(string label, ReplyAction action)
    {
        Label = AnswerCheck.Text(label, MaxLabelLength, $"{Field}.label", maxLines: 1);
        _action = action;
    }

    /// <summary>What is written on the button.</summary>
    public string Label { get; }

    /// <summary>Opens an http or https address in the browser.</summary>
    /// <exception cref="SkillResponseLimitException">
    /// The label is blank or too long, or the address has another scheme.
    /// </exception>
    public static Button WebLink(string label, string url) => new(label, ReplyAction.WebLink(url, Field));

    /// <summary>Sends a text as if the customer had typed it.</summary>
    /// <exception cref="SkillResponseLimitException">
    /// A text is blank or too long, or there is too much extra.
    /// </exception>
    public static Button Message(string label, string messageText, IReadOnlyDictionary<string, string>? extra = null) =>
        new(label, ReplyAction.Message(messageText, extra, Field));

    /// <summary>Runs a block of the bot, whatever the text says.</summary>
    /// <param name="label">What is written on the button.</param>
    /// <param name="blockId">The block's id in the bot.</param>
    /// <param name="messageText">What the chat shows as the customer's words; null means the label.</param>
    /// <param name="extra">What the block's skill gets as client extra.</param>
    /// <exception cref="SkillResponseLimitException">
    /// A text is blank or too long, or there is too much extra.
    /// </exception>
    public static Button Block(
        string label, string blockId, string? messageText = null, IReadOnlyDictionary<string, string>? extra = null) =>
        new(label, ReplyAction.Block(blockId, messageText, extra, Field));

    /// <summary>Dials the café's number. KakaoTalk on a PC does not show the button.</summary>
    /// <exception cref="SkillResponseLimitException">
    /// The label is blank or too long, or the number is blank.
    /// </exception>
    public static Button Phone(string label, string phoneNumber) => new(label, ReplyAction.Phone(phoneNumber, Field));

    /// <summary>Hands the chat over to a person.</summary>
    /// <exception cref="SkillResponseLimitException">The label is blank or too long.</exception>
    public static Button Operator(string label) => new(label, ReplyAction.Operator());

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("label", Label);
        _action.Write(json);
        json.WriteEndObject();
    }
}
