using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>What pressing a button, a quick reply or a list item does.</summary>
internal sealed record ReplyAction
{
    /// <summary>
    /// How much may be carried in <c>extra</c>, keys and values together, in characters. The platform names no limit.
    /// </summary>
    public const int MaxExtraLength = 1_000;

    /// <summary>How long a message text may be, in characters. The platform names no limit.</summary>
    public const int MaxMessageLength = 1_000;

    private ReplyAction(string name) => Name = name;

    public string Name { get; }

    public string? WebLinkUrl { get; private init; }

    public string? MessageText { get; private init; }

    public string? BlockId { get; private init; }

    public string? PhoneNumber { get; private init; }

    public IReadOnlyDictionary<string, string> Extra { get; private init; } = new Dictionary<string, string>();

    public static ReplyAction WebLink(string url, string owner) =>
        new("webLink") { WebLinkUrl = AnswerCheck.WebUrl(url, $"{owner}.webLinkUrl") };

    public static ReplyAction Message(
        string text, IReadOnlyDictionary<string, string>? extra, string owner) => new("message")
        {
            MessageText = AnswerCheck.Text(text, MaxMessageLength, $"{owner}.messageText"),
            Extra = AnswerCheck.Texts(extra, MaxExtraLength, $"{owner}.extra"),
        };

    public static ReplyAction Block(
        string blockId, string? messageText, IReadOnlyDictionary<string, string>? extra, string owner) => new("block")
        {
            BlockId = AnswerCheck.Text(blockId, MaxMessageLength, $"{owner}.blockId"),
            MessageText = AnswerCheck.OptionalText(messageText, MaxMessageLength, $"{owner}.messageText"),
            Extra = AnswerCheck.Texts(extra, MaxExtraLength, $"{owner}.extra"),
        };

    public static ReplyAction Phone(string phoneNumber, string owner) =>
        new("phone") { PhoneNumber = AnswerCheck.Text(phoneNumber, MaxMessageLength, $"{owner}.phoneNumber") };

    public static ReplyAction Operator() => new("operator");

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("action", Name);
        json.WriteOptional("webLinkUrl", WebLinkUrl);
        json.WriteOptional("phoneNumber", PhoneNumber);
        json.WriteOptional("messageText", MessageText);
        json.WriteOptional("blockId", BlockId);
        json.WriteTexts("extra", Extra);
    }
}
