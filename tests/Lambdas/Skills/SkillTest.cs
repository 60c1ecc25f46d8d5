using System.Text.RegularExpressions;
using KakaoWorkflow.Tests.Support.Skills;

namespace KakaoWorkflow.Tests.Lambdas.Skills;

/// <summary>Calls skills as the chatbot does, and checks that each answer is one that it can show.</summary>
public abstract partial class SkillTest(DynoxideServer server) : FunctionTest(server)
{
    public static readonly string[] Names =
        ["SignUp", "PointBalance", "OrderSheet", "OrderSheetWithPoints", "Pay", "OrderStatus", "CancelOrder"];

    public static TheoryData<string> Skills => [.. Names];

    /// <summary>Calls a skill with a body; the answer's body.</summary>
    private protected async Task<string> CallAsync(string skill, string? body, bool isBase64 = false)
    {
        var response = await InvokeAsync(skill, HttpEvent.Post($"/skill/{skill}", body, isBase64: isBase64));
        response["statusCode"]!.GetValue<int>().ShouldBe(200);
        response["headers"]!["content-type"]!.GetValue<string>().ShouldBe("application/json; charset=utf-8");
        var answer = response["body"]!.GetValue<string>();
        CheckAnswer(JsonNode.Parse(answer)!);
        return answer;
    }

    private protected Task<string> CallAsync(
        string skill, TestMember member, Dictionary<string, string>? parameters = null, JsonNode? orderId = null, string utterance = "") =>
        CallAsync(skill, SkillPayload.Of(member.UserKey, utterance, parameters, orderId).ToJsonString());

    /// <summary>A payload that the skill accepts; for SignUp, of somebody who is no member yet.</summary>
    private protected async Task<JsonObject> GoodPayloadAsync(string skill)
    {
        var number = new Dictionary<string, string> { ["sys_phone_number"] = "010-5550-9999" };
        if (skill == "SignUp")
            return SkillPayload.Of("bot-user-key-new", "가입", number);
        var member = await Stories.SignUpAsync(points: 5_000);
        var order = new Dictionary<string, string> { ["menu"] = "아메리카노", ["quantity"] = "2", ["points"] = "1000" };
        return skill switch
        {
            "PointBalance" => SkillPayload.Of(member.UserKey, "포인트"),
            "OrderSheet" or "OrderSheetWithPoints" => SkillPayload.Of(member.UserKey, "주문", order),
            "Pay" => SkillPayload.Of(member.UserKey, "결제하기", orderId: (string?)(await Stories.SheetAsync(member)).OrderId),
            _ => SkillPayload.Of(member.UserKey, "주문 상태", orderId: (string?)(await Stories.AwaitingAsync(member)).OrderId),
        };
    }

    private static void CheckAnswer(JsonNode answer)
    {
        answer["version"]!.GetValue<string>().ShouldBe("2.0");
        var outputs = answer["template"]!["outputs"]!.AsArray();
        outputs.Count.ShouldBeInRange(1, 3);
        foreach (var output in outputs)
            output!.AsObject().ShouldHaveSingleItem().Key.ShouldBeOneOf("simpleText", "textCard", "itemCard", "basicCard", "listCard");
        Hangul().IsMatch(answer["template"]!["outputs"]!.AsArray().Select(Texts).Aggregate("", string.Concat)).ShouldBeTrue(answer.ToJsonString());
    }

    private static string Texts(JsonNode? node) => node switch
    {
        JsonObject map => string.Concat(map.Select(entry => Texts(entry.Value))),
        JsonArray list => string.Concat(list.Select(Texts)),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => "",
    };

    [GeneratedRegex(@"\p{IsHangulSyllables}{2}", RegexOptions.None, 1000)]
    private static partial Regex Hangul();
}
