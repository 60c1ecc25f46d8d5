using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>A line of a list card, which may be pressed.</summary>
public sealed record ListItem
{
    /// <summary>
    /// The longest title and description, in characters. The platform names no limit; clients show one or two lines.
    /// </summary>
    public const int MaxTextLength = 100;

    private const string Field = "listCard.items";

    private readonly ReplyAction? _action;
    private readonly string? _linkUrl;

    private ListItem(string title, string? description, string? imageUrl, ReplyAction? action, string? linkUrl)
    {
        Title = AnswerCheck.Text(title, MaxTextLength, $"{Field}.title");
        Description = AnswerCheck.OptionalText(description, MaxTextLength, $"{Field}.description");
        ImageUrl = imageUrl is null ? null : AnswerCheck.WebUrl(imageUrl, $"{Field}.imageUrl");
        _linkUrl = linkUrl is null ? null : AnswerCheck.WebUrl(linkUrl, $"{Field}.link.web");
        _action = action;
    }

    /// <summary>The bold line.</summary>
    public string Title { get; }

    /// <summary>The line below it; null when there is none.</summary>
    public string? Description { get; }

    /// <summary>The picture beside it; null when there is none.</summary>
    public string? ImageUrl { get; }

    /// <summary>A line that only tells something.</summary>
    /// <exception cref="SkillResponseLimitException">A limit is broken.</exception>
    public static ListItem Plain(string title, string? description = null, string? imageUrl = null) =>
        new(title, description, imageUrl, action: null, linkUrl: null);

    /// <summary>A line that opens an http or https address.</summary>
    /// <exception cref="SkillResponseLimitException">A limit is broken.</exception>
    public static ListItem WebLink(string title, string url, string? description = null, string? imageUrl = null) =>
        new(title, description, imageUrl, action: null, url);

    /// <summary>A line that sends a text as if the customer had typed it.</summary>
    /// <exception cref="SkillResponseLimitException">A limit is broken.</exception>
    public static ListItem Message(
        string title,
        string messageText,
        string? description = null,
        string? imageUrl = null,
        IReadOnlyDictionary<string, string>? extra = null) =>
        new(title, description, imageUrl, ReplyAction.Message(messageText, extra, Field), linkUrl: null);

    /// <summary>A line that runs a block of the bot.</summary>
    /// <exception cref="SkillResponseLimitException">A limit is broken.</exception>
    public static ListItem Block(
        string title,
        string blockId,
        string? description = null,
        string? imageUrl = null,
        string? messageText = null,
        IReadOnlyDictionary<string, string>? extra = null) =>
        new(title, description, imageUrl, ReplyAction.Block(blockId, messageText, extra, Field), linkUrl: null);

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("title", Title);
        json.WriteOptional("description", Description);
        json.WriteOptional("imageUrl", ImageUrl);
        if (_linkUrl is not null)
        {
            json.WriteStartObject("link");
            json.WriteString("web", _linkUrl);
            json.WriteEndObject();
        }
        _action?.Write(json);
        json.WriteEndObject();
    }
}
