using System.Text.Json.Nodes;

namespace KakaoWorkflow.Tests.Support.Skills;

/// <summary>The body of a skill call, as the chatbot sends it.</summary>
internal static class SkillPayload
{
    public static JsonObject Of(
        string userKey, string utterance = "", Dictionary<string, string>? parameters = null, JsonNode? orderId = null) => new()
        {
            ["intent"] = new JsonObject { ["id"] = "intent-1", ["name"] = "주문" },
            ["userRequest"] = new JsonObject
            {
                ["timezone"] = "Asia/Seoul",
                ["params"] = new JsonObject { ["surface"] = "Kakaotalk.plusfriend" },
                ["block"] = new JsonObject { ["id"] = "block-1", ["name"] = "주문" },
                ["utterance"] = utterance,
                ["lang"] = "kr",
                ["user"] = new JsonObject { ["id"] = userKey, ["type"] = "botUserKey", ["properties"] = new JsonObject() },
            },
            ["bot"] = new JsonObject { ["id"] = "bot-1", ["name"] = "카페" },
            ["action"] = new JsonObject
            {
                ["id"] = "action-1",
                ["name"] = "skill",
                ["params"] = Object(parameters ?? []),
                ["detailParams"] = new JsonObject(),
                ["clientExtra"] = orderId is null ? new JsonObject() : new JsonObject { ["orderId"] = orderId },
            },
            ["contexts"] = new JsonArray(),
        };

    private static JsonObject Object(Dictionary<string, string> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
}
