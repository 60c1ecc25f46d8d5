using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Demo;

/// <summary>A skill's answer as a customer sees it.</summary>
/// <param name="Text">All texts of all bubbles, line by line.</param>
/// <param name="OrderId">The order number that a button carries; null when none does.</param>
/// <param name="PayLink">The first web link; null when there is none.</param>
internal sealed record ChatReply(string Text, OrderId? OrderId, Uri? PayLink)
{
    /// <summary>Reads a skill's answer.</summary>
    /// <exception cref="InvalidDataException">It is no version 2.0 answer with at least one bubble.</exception>
    public static ChatReply Read(string json)
    {
        var answer = JsonNode.Parse(json);
        if ((string?)answer?["version"] != "2.0" || answer["template"]?["outputs"] is not JsonArray { Count: > 0 } outputs)
            throw new InvalidDataException("The skill's answer is no version 2.0 answer with a bubble.");

        var text = new StringBuilder();
        OrderId? orderId = null;
        Uri? payLink = null;
        foreach (var (name, value) in outputs.Concat(answer["template"]!["quickReplies"] as JsonArray ?? []).SelectMany(Leaves))
        {
            if (name is "text" or "title" or "description")
                text.AppendLine(value);
            else if (name == "orderId")
                orderId ??= OrderId.Parse(value);
            else if (name == "webLinkUrl")
                payLink ??= new Uri(value);
        }
        return new ChatReply(text.ToString().TrimEnd(), orderId, payLink);
    }

    private static IEnumerable<(string Name, string Value)> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is JsonValue value && value.TryGetValue<string>(out var leaf)
            ? [(member.Key, leaf)]
            : Leaves(member.Value)),
        JsonArray items => items.SelectMany(Leaves),
        _ => [],
    };
}
