using System.Text.Json.Nodes;

namespace KakaoWorkflow.Local.Demo;

/// <summary>The body of a skill call, as the chatbot sends it: the one place that knows all of it.</summary>
internal static class SkillBody
{
    /// <summary>Makes one.</summary>
    /// <param name="userKey">The chat user's key (botUserKey).</param>
    /// <param name="utterance">What was said, or stands on the button.</param>
    /// <param name="parameters">What the chatbot made of it; null for nothing.</param>
    /// <param name="clientExtra">What the button carries; null where none was pressed.</param>
    public static JsonObject Of(string userKey, string utterance, JsonObject? parameters = null, JsonObject? clientExtra = null) => new()
    {
        ["intent"] = new JsonObject { ["id"] = "64f0c1a2b3d4e5f60718293a", ["name"] = "주문" },
        ["userRequest"] = new JsonObject
        {
            ["timezone"] = "Asia/Seoul",
            ["params"] = new JsonObject { ["surface"] = "Kakaotalk.plusfriend", ["ignoreMe"] = "true" },
            ["block"] = new JsonObject { ["id"] = "64f0c1a2b3d4e5f60718293a", ["name"] = "주문" },
            ["utterance"] = utterance,
            ["lang"] = "ko",
            ["user"] = new JsonObject
            {
                ["id"] = userKey,
                ["type"] = "botUserKey",
                ["properties"] = new JsonObject { ["plusfriendUserKey"] = "Qx3vT9LmZa0B", ["isFriend"] = true },
            },
        },
        ["bot"] = new JsonObject { ["id"] = "64efaa0011223344556677ff", ["name"] = "카페 주문봇" },
        ["action"] = new JsonObject
        {
            ["id"] = "64efbb0011223344556677ee",
            ["name"] = "skill",
            ["params"] = parameters ?? [],
            ["detailParams"] = Details(parameters ?? []),
            ["clientExtra"] = clientExtra,
        },
        ["contexts"] = new JsonArray(),
        ["flow"] = new JsonObject { ["trigger"] = new JsonObject { ["type"] = "TEXT_INPUT" } },
    };

    private static JsonObject Details(JsonObject parameters)
    {
        var details = new JsonObject();
        foreach (var (name, value) in parameters)
            details[name] = new JsonObject { ["origin"] = value?.DeepClone(), ["value"] = value?.DeepClone(), ["groupName"] = "" };
        return details;
    }
}
