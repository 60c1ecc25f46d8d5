using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>A card of text with buttons.</summary>
public sealed record TextCard : SkillCard
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitleLength = 50;

    /// <summary>The most that title and description may have together, in characters.</summary>
    public const int MaxTogether = 400;

    /// <summary>The longest description of a card in a carousel, in characters.</summary>
    public const int MaxDescriptionLengthInCarousel = 128;

    private readonly ButtonRow _buttons;

    /// <param name="title">Null for a card with a description only.</param>
    /// <param name="description">Null for a card with a title only.</param>
    /// <param name="buttons">Null means none.</param>
    /// <param name="layout">How the buttons are arranged.</param>
    /// <exception cref="SkillResponseLimitException">Both texts are null, or a limit is broken.</exception>
    public TextCard(
        string? title,
        string? description = null,
        IReadOnlyList<Button>? buttons = null,
        ButtonLayout layout = ButtonLayout.Vertical)
    {
        if (title is null && description is null)
            throw new SkillResponseLimitException("textCard", "needs a title or a description");
        Title = AnswerCheck.OptionalText(title, MaxTitleLength, "textCard.title");
        Description = AnswerCheck.OptionalText(description, MaxTogether, "textCard.description");
        AnswerCheck.Together(title, description, MaxTogether, "textCard");
        _buttons = new ButtonRow(buttons, layout, "textCard");
    }

    /// <summary>The bold line; null when there is none.</summary>
    public string? Title { get; }

    /// <summary>The text; null when there is none.</summary>
    public string? Description { get; }

    /// <summary>The buttons below it.</summary>
    public IReadOnlyList<Button> Buttons => _buttons.Buttons;

    internal override string Kind => "textCard";

    internal override void CheckForCarousel() =>
        AnswerCheck.OptionalText(Description, MaxDescriptionLengthInCarousel, "carousel.textCard.description");

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteOptional("title", Title);
        json.WriteOptional("description", Description);
        _buttons.Write(json);
        json.WriteEndObject();
    }
}
