namespace KakaoWorkflow.Skills.Answers;

/// <summary>The checks by which each part of an answer keeps the platform's limits.</summary>
internal static class AnswerCheck
{
    public static string Text(string text, int maxLength, string field, int maxLines = int.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new SkillResponseLimitException(field, "must not be empty");
        var length = AnswerText.Length(text);
        if (length > maxLength)
            throw new SkillResponseLimitException(field, $"has {length} characters; {maxLength} are allowed");
        var lines = Lines(text);
        return lines <= maxLines
            ? text
            : throw new SkillResponseLimitException(field, $"has {lines} lines; {maxLines} are allowed");
    }

    public static string? OptionalText(string? text, int maxLength, string field, int maxLines = int.MaxValue) =>
        text is null ? null : Text(text, maxLength, field, maxLines);

    public static string WebUrl(string url, string field) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed is { Scheme: "https" or "http" }
            ? url
            : throw new SkillResponseLimitException(field, "must be an http or https address");

    public static IReadOnlyList<T> List<T>(IReadOnlyList<T>? items, int min, int max, string field)
    {
        T[] copy = [.. items ?? []];
        return copy.Length >= min && copy.Length <= max
            ? copy
            : throw new SkillResponseLimitException(field, $"has {copy.Length} entries; {min} to {max} are allowed");
    }

    public static IReadOnlyDictionary<string, string> Texts(
        IReadOnlyDictionary<string, string>? texts, int maxLength, string field)
    {
        var copy = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var length = 0;
        foreach (var (name, value) in texts ?? copy)
        {
            copy[Text(name, maxLength, field)] = value;
            length += name.Length + value.Length;
        }
        return length <= maxLength
            ? copy
            : throw new SkillResponseLimitException(field, $"has {length} characters in all; {maxLength} are allowed");
    }

    public static void Together(string? title, string? description, int maxLength, string field)
    {
        var length = AnswerText.Length(title ?? "") + AnswerText.Length(description ?? "");
        if (length > maxLength)
        {
            throw new SkillResponseLimitException(
                field, $"has {length} characters in title and description together; {maxLength} are allowed");
        }
    }

    /// <summary>The lines that the text itself asks for; where a client wraps is not known.</summary>
    public static int Lines(string? text) => text is null ? 0 : text.AsSpan().Count('\n') + 1;
}
