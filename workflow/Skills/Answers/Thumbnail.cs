using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>The picture of a basic card.</summary>
public sealed record Thumbnail
{
    /// <summary>The longest alternative text, in characters.</summary>
    public const int MaxAltTextLength = 50;

    /// <param name="imageUrl">An http or https address.</param>
    /// <param name="altText">What a screen reader says; null means nothing.</param>
    /// <param name="isSquare">True shows it 1:1; false cuts it to 2:1.</param>
    /// <param name="linkUrl">Where pressing it leads; null means nowhere.</param>
    /// <exception cref="SkillResponseLimitException">
    /// An address has another scheme, or the text is blank or too long.
    /// </exception>
    public Thumbnail(string imageUrl, string? altText = null, bool isSquare = false, string? linkUrl = null)
    {
        ImageUrl = AnswerCheck.WebUrl(imageUrl, "thumbnail.imageUrl");
        AltText = AnswerCheck.OptionalText(altText, MaxAltTextLength, "thumbnail.altText");
        IsSquare = isSquare;
        LinkUrl = linkUrl is null ? null : AnswerCheck.WebUrl(linkUrl, "thumbnail.link.web");
    }

    /// <summary>Where the picture is.</summary>
    public string ImageUrl { get; }

    /// <summary>What a screen reader says; null means nothing.</summary>
    public string? AltText { get; }

    /// <summary>Whether it is shown 1:1 instead of 2:1.</summary>
    public bool IsSquare { get; }

    /// <summary>Where pressing it leads; null means nowhere.</summary>
    public string? LinkUrl { get; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("thumbnail");
        json.WriteString("imageUrl", ImageUrl);
        json.WriteOptional("altText", AltText);
        if (IsSquare)
            json.WriteBoolean("fixedRatio", value: true);
        if (LinkUrl is not null)
        {
            json.WriteStartObject("link");
            json.WriteString("web", LinkUrl);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
