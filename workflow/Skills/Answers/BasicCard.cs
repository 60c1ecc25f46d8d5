using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>A card with a picture.</summary>
public sealed record BasicCard : SkillCard
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitleLength = 50;

    /// <summary>The longest description, in characters.</summary>
    public const int MaxDescriptionLength = 230;

    /// <summary>The most lines of the title, and of the description, of a card in a carousel.</summary>
    public const int MaxLinesInCarousel = 2;

    private readonly ButtonRow _buttons;

    /// <param name="thumbnail">The picture.</param>
    /// <param name="title">Null means none.</param>
    /// <param name="description">Null means none.</param>
    /// <param name="buttons">Null means none.</param>
    /// <param name="layout">How the buttons are arranged.</param>
    /// <exception cref="SkillResponseLimitException">A limit is broken.</exception>
    public BasicCard(
        Thumbnail thumbnail,
        string? title = null,
        string? description = null,
        IReadOnlyList<Button>? buttons = null,
        ButtonLayout layout = ButtonLayout.Vertical)
    {
        Thumbnail = thumbnail;
        Title = AnswerCheck.OptionalText(title, MaxTitleLength, "basicCard.title");
        Description = AnswerCheck.OptionalText(description, MaxDescriptionLength, "basicCard.description");
        _buttons = new ButtonRow(buttons, layout, "basicCard");
    }

    /// <summary>The picture.</summary>
    public Thumbnail Thumbnail { get; }

    /// <summary>The bold line; null when there is none.</summary>
    public string? Title { get; }

    /// <summary>The text; null when there is none.</summary>
    public string? Description { get; }

    /// <summary>The buttons below it.</summary>
    public IReadOnlyList<Button> Buttons => _buttons.Buttons;

    internal override string Kind => "basicCard";

    internal override string Shape => Thumbnail.IsSquare ? "square picture" : "wide picture";

    internal override void CheckForCarousel()
    {
        AnswerCheck.OptionalText(Title, MaxTitleLength, "carousel.basicCard.title", MaxLinesInCarousel);
        AnswerCheck.OptionalText(
            Description, MaxDescriptionLength, "carousel.basicCard.description", MaxLinesInCarousel);
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteOptional("title", Title);
        json.WriteOptional("description", Description);
        Thumbnail.Write(json);
        _buttons.Write(json);
        json.WriteEndObject();
    }
}
