using KakaoWorkflow.Tests.Support.Skills;

namespace KakaoWorkflow.Tests.Lambdas.Skills;

/// <summary>Well-formed calls with values that cannot be: a friendly Korean answer, HTTP 200, nothing written, nothing repeated.</summary>
public sealed class BadInputTests(DynoxideServer server) : SkillTest(server)
{
    private const string Sql = "'; DROP TABLE orders; --";
    private const string Html = "<script>alert(1)</script>";
    private const string RightToLeft = "\u202E\u2067아메리카노\u2069\u202C";

    private static readonly string[] Fragments = [Sql, Html, RightToLeft, "${jndi:ldap://x}", "{{7*7}}", "\u0000", "😀", new string('가', 5_000)];

    private static readonly string[] Phones =
        [.. Fragments, "123", "010-5550-123", "02-555-0123", "+1 555 010 1234", "010-5550-1234 010-5550-4321", "010555012345678"];

    private static readonly string[] Quantities =
        [.. Fragments, "0", "-1", "21", "1.5", "1000000000000000000000000", "NaN", "0x10", "{\"amount\":-3}", "하나 둘"];

    private static readonly string[] Points = [.. Fragments, "-1", "0.5", "99999999999999999999", "5001", "9001", "many"];

    private static readonly JsonNode?[] OrderIds =
        [.. Fragments, "", "0301-NOWHERE1", "../../etc/passwd", "ORDER#1", new string('A', 81), 5, new JsonArray(), new JsonObject()];

    [Fact]
    public Task SignUp_BadPhone_IsRefused() => RefusedAsync(Phones.Append("").Select(phone =>
        new Call("SignUp", SkillPayload.Of("bot-user-key-new", "", Param("sys_phone_number", phone)))));

    [Fact]
    public async Task PointBalance_BadPhoneStrangerOrSomebodyElsesNumber_IsRefused()
    {
        var (member, other) = (await Stories.SignUpAsync(), await Stories.SignUpAsync());
        await RefusedAsync(Phones.Append(other.Phone)
            .Select(phone => new Call("PointBalance", SkillPayload.Of(member.UserKey, "", Param("sys_phone_number", phone))))
            .Append(new Call("PointBalance", SkillPayload.Of("bot-user-key-stranger")))
            .Append(new Call("PointBalance", SkillPayload.Of("bot-user-key-stranger", "", Param("sys_phone_number", member.Phone)))));
    }

    [Theory]
    [InlineData("OrderSheet")]
    [InlineData("OrderSheetWithPoints")]
    public async Task OrderSheet_BadValue_IsRefused(string skill)
    {
        var (member, other) = (await Stories.SignUpAsync(points: 5_000), await Stories.SignUpAsync());
        await RefusedAsync(
        [
            .. Fragments.Append("").Append("당근 케이크").Append("americano ☕").Select(menu => Order(member.UserKey, ("menu", menu))),
            .. Quantities.Append("").Select(quantity => Order(member.UserKey, ("quantity", quantity))),
            .. Phones.Append(other.Phone).Select(phone => Order(member.UserKey, ("sys_phone_number", phone))),
            Order("bot-user-key-stranger"),
            Order("bot-user-key-stranger", ("sys_phone_number", member.Phone)),
        ]);

        Call Order(string userKey, params (string Name, string Value)[] changes)
        {
            var parameters = new Dictionary<string, string> { ["menu"] = "아메리카노", ["quantity"] = "2", ["points"] = "1000" };
            foreach (var (name, value) in changes)
                parameters[name] = value;
            return new Call(skill, SkillPayload.Of(userKey, "", parameters));
        }
    }

    [Fact]
    public async Task OrderSheetWithPoints_BadPoints_IsRefused()
    {
        var member = await Stories.SignUpAsync(points: 5_000);
        await RefusedAsync(Points.Append("").Select(points => new Call("OrderSheetWithPoints", SkillPayload.Of(member.UserKey, "", new()
        {
            ["menu"] = "아메리카노",
            ["quantity"] = "2",
            ["points"] = points,
        }))));
    }

    [Theory]
    [InlineData("Pay")]
    [InlineData("OrderStatus")]
    [InlineData("CancelOrder")]
    public async Task OrderSkills_BadOrSomebodyElsesOrder_AreRefused(string skill)
    {
        var member = await Stories.SignUpAsync();
        var foreignSheet = await Stories.SheetAsync();
        var foreignOrder = await Stories.AwaitingAsync();
        var answers = await RefusedAsync(OrderIds.Append((string)foreignSheet.OrderId).Append((string)foreignOrder.OrderId).Append(null)
            .Select(orderId => new Call(skill, SkillPayload.Of(member.UserKey, "", orderId: orderId?.DeepClone()))));
        answers.ShouldAllBe(answer => answer.Contains("주문을 찾지 못했어요"));
        answers.ShouldAllBe(answer => !answer.Contains(foreignOrder.OrderId));
    }

    private async Task<List<string>> RefusedAsync(IEnumerable<Call> calls)
    {
        var before = await Cafe.Table.DumpAsync();
        var answers = new List<string>();
        foreach (var call in calls)
        {
            var answer = await CallAsync(call.Skill, call.Body.ToJsonString());
            answers.Add(answer);
            var text = JsonNode.Parse(answer)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            foreach (var fragment in Fragments)
                text.ShouldNotContain(fragment);
            (await Cafe.Table.DumpAsync()).ShouldBe(before, $"{call.Body.ToJsonString()} has written something.");
        }
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
        LogLines.ShouldBeEmpty();
        return answers;
    }

    private static Dictionary<string, string> Param(string name, string value) => new() { [name] = value };

    private sealed record Call(string Skill, JsonObject Body);
}
