using System.Text.Json.Nodes;
using KakaoWorkflow.Local.Demo;

namespace KakaoWorkflow.Tests.Support.Skills;

/// <summary>The body of a skill call, by what a test wants to say in it.</summary>
internal static class SkillPayload
{
    public static JsonObject Of(
        string userKey, string utterance = "", Dictionary<string, string>? parameters = null, JsonNode? orderId = null) => SkillBody.Of(
            userKey,
            utterance,
            new JsonObject((parameters ?? []).Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value))),
            orderId is null ? null : new JsonObject { ["orderId"] = orderId });
}
