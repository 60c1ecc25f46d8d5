using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>A line of an item card: a short name and what it is.</summary>
public sealed record ItemListEntry
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitleLength = 6;

    /// <summary>The most lines of a description.</summary>
    public const int MaxDescriptionLines = 2;

    /// <summary>The longest description, in characters. The platform limits only the lines; this is ours.</summary>
    public const int MaxDescriptionLength = 60;

    /// <param name="title">1 to 6 characters.</param>
    /// <param name="description">1 to 60 characters in at most two lines.</param>
    /// <exception cref="SkillResponseLimitException">A text is blank, too long or has too many lines.</exception>
    public ItemListEntry(string title, string description)
    {
        Title = AnswerCheck.Text(title, MaxTitleLength, "itemCard.itemList.title", maxLines: 1);
        Description = AnswerCheck.Text(
            description, MaxDescriptionLength, "itemCard.itemList.description", MaxDescriptionLines);
    }

    /// <summary>The name on the left.</summary>
    public string Title { get; }

    /// <summary>What stands beside it.</summary>
    public string Description { get; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("title", Title);
        json.WriteString("description", Description);
        json.WriteEndObject();
    }
}
