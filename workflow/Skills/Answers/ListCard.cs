using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>A card with a header and lines that may be pressed: a menu.</summary>
public sealed record ListCard : SkillCard
{
    /// <summary>The most lines.</summary>
    public const int MaxItems = 5;

    /// <summary>The most lines of a card in a carousel.</summary>
    public const int MaxItemsInCarousel = 4;

    private readonly ButtonRow _buttons;

    /// <param name="header">The line above the list, up to <see cref="ListItem.MaxTextLength"/> characters.</param>
    /// <param name="items">1 to 5 lines.</param>
    /// <param name="buttons">Null means none.</param>
    /// <param name="layout">How the buttons are arranged.</param>
    /// <exception cref="SkillResponseLimitException">A limit is broken.</exception>
    public ListCard(
        string header,
        IReadOnlyList<ListItem> items,
        IReadOnlyList<Button>? buttons = null,
        ButtonLayout layout = ButtonLayout.Vertical)
    {
        Header = AnswerCheck.Text(header, ListItem.MaxTextLength, "listCard.header.title", maxLines: 1);
        Items = AnswerCheck.List(items, 1, MaxItems, "listCard.items");
        _buttons = new ButtonRow(buttons, layout, "listCard");
    }

    /// <summary>The line above the list.</summary>
    public string Header { get; }

    /// <summary>The list.</summary>
    public IReadOnlyList<ListItem> Items { get; }

    /// <summary>The buttons below it.</summary>
    public IReadOnlyList<Button> Buttons => _buttons.Buttons;

    internal override string Kind => "listCard";

    internal override void CheckForCarousel() =>
        AnswerCheck.List(Items, 1, MaxItemsInCarousel, "carousel.listCard.items");

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("header");
        json.WriteString("title", Header);
        json.WriteEndObject();
        json.WriteArray("items", Items, (item, writer) => item.Write(writer));
        _buttons.Write(json);
        json.WriteEndObject();
    }
}
