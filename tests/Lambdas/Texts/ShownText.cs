using System.Net;
using System.Text.RegularExpressions;

namespace KakaoWorkflow.Tests.Lambdas.Texts;

/// <summary>An answer as a customer sees it: its words, one line each, with buttons in brackets. Order numbers are left out.</summary>
internal static partial class ShownText
{
    public static string OfChat(string answer)
    {
        var template = JsonNode.Parse(answer)!["template"]!;
        var lines = new List<string?>();
        foreach (var output in template["outputs"]!.AsArray())
        {
            var (kind, bubble) = output!.AsObject().Single();
            lines.AddRange(kind switch
            {
                "simpleText" => [Text(bubble!, "text")],
                "textCard" => [Text(bubble!, "title"), Text(bubble!, "description"), Buttons(bubble!["buttons"])],
                "itemCard" => ItemCard(bubble!),
                _ => throw new NotSupportedException($"No skill answers with {kind}."),
            });
        }
        lines.Add(Replies(template["quickReplies"]));
        return Tidy(string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line))));
    }

    public static string OfPage(JsonObject answer)
    {
        if (answer["headers"]!["location"] is { } location)
            return $"(to {Place((string)location!)})";
        var html = (string)answer["body"]!;
        var reload = Reload().Match(html);
        var shown = html[html.IndexOf("<h1>", StringComparison.Ordinal)..];
        shown = Anchor().Replace(shown, "[${text}]").Replace("<br>", "\n", StringComparison.Ordinal).Replace("</p>", "\n", StringComparison.Ordinal)
            .Replace("</h1>", "\n", StringComparison.Ordinal);
        shown = WebUtility.HtmlDecode(Tag().Replace(shown, ""));
        var lines = shown.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Tidy(string.Join('\n', lines) + (reload.Success ? $"\n(looks again after {reload.Groups["seconds"].Value} s)" : ""));
    }

    private static IEnumerable<string?> ItemCard(JsonNode card) =>
    [
        Text(card["head"]!, "title"),
        .. card["itemList"]!.AsArray().Select(item => $"{item!["title"]}: {item["description"]}"),
        card["itemListSummary"] is { } summary ? $"{summary["title"]}: {summary["description"]}" : null,
        Text(card, "title"),
        Text(card, "description"),
        Buttons(card["buttons"]),
    ];

    private static string? Text(JsonNode node, string name) => (string?)node[name];

    private static string Buttons(JsonNode? buttons) =>
        string.Join(' ', (buttons?.AsArray() ?? []).Select(button => $"[{button!["label"]}{(button["webLinkUrl"] is null ? "" : " ↗")}]"));

    private static string Replies(JsonNode? replies) => string.Join(' ', (replies?.AsArray() ?? []).Select(reply => $"({reply!["label"]})"));

    private static string Place(string url) => url switch
    {
        _ when url.Contains("quit=1", StringComparison.Ordinal) => "the page after quitting",
        _ when url.Contains("/pay/", StringComparison.Ordinal) => "the page that follows the order",
        _ => "KakaoPay",
    };

    private static string Tidy(string text) => OrderId().Replace(text, "0301-XXXXXXXX");

    [GeneratedRegex("[0-9]{4}-[0-9A-Z]{8}", RegexOptions.None, 1_000)]
    private static partial Regex OrderId();

    [GeneratedRegex("http-equiv=\"refresh\" content=\"(?<seconds>[0-9]+)\"", RegexOptions.None, 1_000)]
    private static partial Regex Reload();

    [GeneratedRegex("<a [^>]*>(?<text>[^<]*)</a>", RegexOptions.None, 1_000)]
    private static partial Regex Anchor();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1_000)]
    private static partial Regex Tag();
}
