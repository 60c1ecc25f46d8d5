using System.Buffers;
using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>The last line of an item card: the sum.</summary>
public sealed record ItemListSummary
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitleLength = 6;

    /// <summary>The longest description, in characters.</summary>
    public const int MaxDescriptionLength = 14;

    private const string Field = "itemCard.itemListSummary";

    private static readonly SearchValues<char> AllowedMarks = SearchValues.Create("0123456789,. ₩￦원$");

    private static readonly string[] CurrencyWords = ["KRW", "won"];

    /// <param name="title">1 to 6 characters.</param>
    /// <param name="description">
    /// 1 to 14 characters: digits, comma, decimal point, spaces and a currency (원, ₩, $, KRW, won). So a sum in points,
    /// or a negative one, has to stand in the list above.
    /// </param>
    /// <exception cref="SkillResponseLimitException">A text is blank, too long or has another character.</exception>
    public ItemListSummary(string title, string description)
    {
        Title = AnswerCheck.Text(title, MaxTitleLength, $"{Field}.title", maxLines: 1);
        Description = AnswerCheck.Text(description, MaxDescriptionLength, $"{Field}.description", maxLines: 1);
        var marks = description;
        foreach (var word in CurrencyWords)
            marks = marks.Replace(word, "", StringComparison.Ordinal);
        if (marks.AsSpan().ContainsAnyExcept(AllowedMarks))
        {
            throw new SkillResponseLimitException(
                $"{Field}.description", "may hold digits, comma, decimal point, spaces and a currency only");
        }
    }

    /// <summary>What the sum is.</summary>
    public string Title { get; }

    /// <summary>The sum.</summary>
    public string Description { get; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("itemListSummary");
        json.WriteString("title", Title);
        json.WriteString("description", Description);
        json.WriteEndObject();
    }
}
