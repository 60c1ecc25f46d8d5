using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>Cards of one kind, side by side. In a carousel a card has narrower limits than alone.</summary>
public sealed record Carousel : SkillOutput
{
    /// <summary>The most cards.</summary>
    public const int MaxCards = 10;

    /// <summary>The most cards when they are list cards.</summary>
    public const int MaxListCards = 5;

    /// <param name="cards">
    /// 1 to 10 cards (5 when they are list cards), all of one kind and using the same optional blocks.
    /// </param>
    /// <exception cref="SkillResponseLimitException">
    /// The cards differ in kind or shape, or a limit is broken.
    /// </exception>
    public Carousel(IReadOnlyList<SkillCard> cards)
    {
        Cards = AnswerCheck.List(cards, 1, MaxCards, "carousel.items");
        var first = Cards[0];
        if (first is ListCard)
            AnswerCheck.List(cards, 1, MaxListCards, "carousel.items");
        foreach (var card in Cards)
        {
            if (card.Kind != first.Kind)
                throw new SkillResponseLimitException("carousel.items", "must be cards of one kind");
            if (card.Shape != first.Shape)
                throw new SkillResponseLimitException("carousel.items", "must all use the same blocks and ratio");
            card.CheckForCarousel();
        }
    }

    /// <summary>The cards, from left to right.</summary>
    public IReadOnlyList<SkillCard> Cards { get; }

    internal override string Kind => "carousel";

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", Cards[0].Kind);
        json.WriteArray("items", Cards, (card, writer) => card.Write(writer));
        json.WriteEndObject();
    }
}
