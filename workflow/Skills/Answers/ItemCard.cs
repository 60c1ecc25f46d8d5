using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>
/// A card with a table of names and values and a sum: an order sheet, a receipt. Its values are aligned to the right.
/// </summary>
public sealed record ItemCard : SkillCard
{
    /// <summary>The most lines in the table.</summary>
    public const int MaxItems = 10;

    /// <summary>The most lines in the table of a card in a carousel.</summary>
    public const int MaxItemsInCarousel = 5;

    /// <summary>The most that title and description may have together, in characters.</summary>
    public const int MaxTogether = 200;

    /// <summary>The most that title and description of a card in a carousel may have together, in characters.</summary>
    public const int MaxTogetherInCarousel = 100;

    /// <summary>The most lines that title and description may have together.</summary>
    public const int MaxLinesTogether = 12;

    /// <summary>The longest head, in characters. The platform says one line; the number is ours.</summary>
    public const int MaxHeadLength = 30;

    private readonly ButtonRow _buttons;

    /// <param name="items">The table: 1 to 10 lines.</param>
    /// <param name="head">One line above the table; null means none.</param>
    /// <param name="summary">The sum below the table; null means none.</param>
    /// <param name="title">The bold line below that; null means none.</param>
    /// <param name="description">A text below the title; null means none.</param>
    /// <param name="buttons">Null means none.</param>
    /// <param name="layout">How the buttons are arranged.</param>
    /// <exception cref="SkillResponseLimitException">
    /// A limit is broken, or there is a description without a title.
    /// </exception>
    public ItemCard(
        IReadOnlyList<ItemListEntry> items,
        string? head = null,
        ItemListSummary? summary = null,
        string? title = null,
        string? description = null,
        IReadOnlyList<Button>? buttons = null,
        ButtonLayout layout = ButtonLayout.Vertical)
    {
        Items = AnswerCheck.List(items, 1, MaxItems, "itemCard.itemList");
        Head = AnswerCheck.OptionalText(head, MaxHeadLength, "itemCard.head.title", maxLines: 1);
        Summary = summary;
        Title = AnswerCheck.OptionalText(title, MaxTogether, "itemCard.title");
        Description = AnswerCheck.OptionalText(description, MaxTogether, "itemCard.description");
        if (title is null && description is not null)
            throw new SkillResponseLimitException("itemCard.description", "needs a title");
        AnswerCheck.Together(title, description, MaxTogether, "itemCard");
        if (AnswerCheck.Lines(title) + AnswerCheck.Lines(description) > MaxLinesTogether)
        {
            throw new SkillResponseLimitException(
                "itemCard", $"may have {MaxLinesTogether} lines in title and description together");
        }
        _buttons = new ButtonRow(buttons, layout, "itemCard");
    }

    /// <summary>The table.</summary>
    public IReadOnlyList<ItemListEntry> Items { get; }

    /// <summary>The line above the table; null when there is none.</summary>
    public string? Head { get; }

    /// <summary>The sum below the table; null when there is none.</summary>
    public ItemListSummary? Summary { get; }

    /// <summary>The bold line below that; null when there is none.</summary>
    public string? Title { get; }

    /// <summary>The text below the title; null when there is none.</summary>
    public string? Description { get; }

    /// <summary>The buttons below it.</summary>
    public IReadOnlyList<Button> Buttons => _buttons.Buttons;

    internal override string Kind => "itemCard";

    internal override string Shape => Head is null ? "no head" : "head";

    internal override void CheckForCarousel()
    {
        AnswerCheck.List(Items, 1, MaxItemsInCarousel, "carousel.itemCard.itemList");
        AnswerCheck.Together(Title, Description, MaxTogetherInCarousel, "carousel.itemCard");
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Head is not null)
        {
            json.WriteStartObject("head");
            json.WriteString("title", Head);
            json.WriteEndObject();
        }
        json.WriteArray("itemList", Items, (item, writer) => item.Write(writer));
        json.WriteString("itemListAlignment", "right");
        Summary?.Write(json);
        json.WriteOptional("title", Title);
        json.WriteOptional("description", Description);
        _buttons.Write(json);
        json.WriteEndObject();
    }
}
