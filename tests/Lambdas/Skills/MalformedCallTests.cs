using System.Text;
using KakaoWorkflow.Skills;

namespace KakaoWorkflow.Tests.Lambdas.Skills;

/// <summary>Bodies that are no skill call: a friendly Korean answer, HTTP 200, nothing written.</summary>
public sealed class MalformedCallTests(DynoxideServer server) : SkillTest(server)
{
    [Theory]
    [MemberData(nameof(Skills))]
    public async Task Call_NoSkillCall_IsAnsweredAndNothingIsWritten(string skill)
    {
        var good = await GoodPayloadAsync(skill);
        var before = await Cafe.Table.DumpAsync();

        foreach (var body in Bodies(good))
            (await CallAsync(skill, body)).ShouldContain("이해하지 못했어요");

        (await Cafe.Table.DumpAsync()).ShouldBe(before);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
        LogLines.ShouldAllBe(line => line.StartsWith("Warning: Skill"));
    }

    [Theory]
    [MemberData(nameof(Skills))]
    public async Task Call_Base64_IsDecodedOrRefused(string skill)
    {
        var good = await GoodPayloadAsync(skill);
        var before = await Cafe.Table.DumpAsync();
        foreach (var body in new[] { "this is no base64", "e30=e30=", "e30", "e3!=", good.ToJsonString(), Convert.ToBase64String([0xC3, 0x28]), WithBrokenText(good) })
            (await CallAsync(skill, body, isBase64: true)).ShouldContain("이해하지 못했어요");
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
        LogLines.ShouldAllBe(line => line.StartsWith("Warning: Skill"));
        var call = CallAsync(skill, Convert.ToBase64String(Encoding.UTF8.GetBytes(good.ToJsonString())), isBase64: true);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(50), call);
        (await call).ShouldNotContain("이해하지 못했어요");
    }

    /// <summary>A good body but for a text that nobody reads, which is no UTF-8.</summary>
    private static string WithBrokenText(JsonObject good)
    {
        var body = Encoding.UTF8.GetBytes(With(good, "unread", "ab"));
        body[body.AsSpan().IndexOf("ab"u8)] = 0xC3;
        return Convert.ToBase64String(body);
    }

    private static IEnumerable<string?> Bodies(JsonObject good)
    {
        yield return null;
        yield return "";
        yield return "null";
        yield return "[]";
        yield return "\"주문\"";
        yield return "{}";
        yield return "{";
        yield return "menu=아메리카노&quantity=2";
        yield return good.ToJsonString()[..^1];
        yield return good.ToJsonString() + "}";
        yield return good.ToJsonString().Replace("\"userRequest\"", "\"bot\"", StringComparison.Ordinal);
        yield return With(good, "userRequest", "user");
        yield return With(good, "userRequest", new JsonObject());
        yield return With(good, "userRequest", new JsonArray());
        yield return With(good, "action", "주문");
        yield return With(good, "action", new JsonArray());
        yield return WithUser(good, null);
        yield return WithUser(good, "");
        yield return WithUser(good, "  ");
        yield return WithUser(good, 5);
        yield return WithUser(good, new string('u', SkillRequest.MaxUserIdLength + 1));
        yield return With(good, "padding", new string(' ', 1_048_576));
        yield return With(good, "padding", new string('가', (SkillRequest.MaxBodyBytes / 3) + 1));
        yield return $$"""{"deep":{{new string('[', 70)}}{{new string(']', 70)}}}""";
        yield return good.ToJsonString().Insert(1, "\"bot\":{},");
    }

    private static string With(JsonObject good, string field, JsonNode? value)
    {
        var body = (JsonObject)good.DeepClone();
        body[field] = value;
        return body.ToJsonString();
    }

    private static string WithUser(JsonObject good, JsonNode? id)
    {
        var body = (JsonObject)good.DeepClone();
        body["userRequest"]!["user"]!["id"] = id;
        return body.ToJsonString();
    }
}
