using System.Globalization;
using System.Text.Json.Nodes;
using KakaoWorkflow.Skills.Answers;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>The limits of a version 2.0 answer, read from its JSON: independent of the classes that make answers.</summary>
internal static class SkillAnswerShape
{
    private const int MaxTitle = 50;
    private const int MaxCard = 400;
    private const int MaxLabel = 14;
    private const int MaxRows = 10;
    private const int MaxButtons = 3;

    private static readonly string[] Bubbles = ["simpleText", "textCard", "basicCard", "listCard", "itemCard", "carousel"];

    /// <summary>What is wrong with an answer; null when it can be shown.</summary>
    public static string? Problem(JsonNode? answer)
    {
        if ((string?)answer?["version"] != "2.0")
            return "it is no version 2.0 answer";
        if (answer["template"]?["outputs"] is not JsonArray { Count: >= 1 and <= SkillResponse.MaxOutputs } outputs)
            return "it has not 1 to 3 bubbles";
        if (answer["template"]!["quickReplies"] is JsonArray { Count: > SkillResponse.MaxQuickReplies })
            return "it has too many quick replies";
        foreach (var output in outputs)
        {
            if (output is not JsonObject { Count: 1 } bubble || !Bubbles.Contains(bubble.First().Key))
                return "a bubble is none";
        }
        return Texts("", answer).Select(text => TextProblem(text.Path, text.Value)).FirstOrDefault(problem => problem is not null)
            ?? outputs.Select(output => BubbleProblem(output!.AsObject().First().Value!)).FirstOrDefault(problem => problem is not null);
    }

    private static string? BubbleProblem(JsonNode bubble)
    {
        var together = ((string?)bubble["title"] ?? "").Length + ((string?)bubble["description"] ?? "").Length;
        if (together > MaxCard)
            return "a card's title and description are too long";
        if (bubble["buttons"] is JsonArray { Count: > MaxButtons } || bubble["itemList"] is JsonArray { Count: > MaxRows })
            return "a card has too many buttons or rows";
        return null;
    }

    private static string? TextProblem(string name, string text)
    {
        var limit = name switch { "label" => MaxLabel, "title" => MaxTitle, "text" => SimpleText.MaxLength, _ => SkillResponse.MaxBytes };
        if (text.Length == 0 || text.Length > limit)
            return $"{name} has {text.Length} characters";
        // No word of the café has one of these, so one that is there is a customer's.
        return text.Any(character => character is '<' or '>' or '\uFFFD' || (char.IsControl(character) && character != '\n')
            || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Surrogate)
            ? $"{name} repeats hostile text"
            : null;
    }

    private static IEnumerable<(string Path, string Value)> Texts(string name, JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => Texts(member.Key, member.Value)),
        JsonArray list => list.SelectMany(entry => Texts(name, entry)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(name, text)],
        _ => [],
    };
}
