using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Judging;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>Skill calls: the body, its encoding, the key.</summary>
internal sealed class SkillTarget : IFuzzTarget
{
    private static readonly string[] Skills = ["SignUp", "PointBalance", "OrderSheet", "OrderSheetWithPoints", "Pay", "OrderStatus", "CancelOrder"];

    private static readonly string[][] Interesting =
    [
        ["action", "params", "menu"], ["action", "params", "quantity"], ["action", "params", "sys_number"], ["action", "params", "points"],
        ["action", "params", "sys_phone_number"], ["action", "detailParams", "sys_phone_number", "origin"], ["action", "clientExtra", "orderId"],
        ["action", "clientExtra", "confirm"], ["userRequest", "utterance"], ["userRequest", "user", "id"], ["userRequest", "callbackUrl"],
    ];

    public string Name => "skill calls";

    public int Share => 480;

    public FuzzCase Create(FuzzRandom random, FuzzWorld world)
    {
        var skill = random.Pick(Skills);
        var genuine = Genuine(skill, random, world);
        var mutated = random.Below(100) switch
        {
            < 4 => JsonMutator.Keep(genuine),
            < 34 => Hostile(genuine, random),
            < 42 => Misleading(genuine, random, world),
            < 72 => JsonMutator.Mutate(genuine, random),
            _ => JsonMutator.Mutate(Spoilt(genuine, random), random),
        };
        var (key, hasKey) = random.Chance(40) ? (WrongKeys.Pick(world.SkillKey, random), false) : (world.SkillKey, true);
        var (body, isBase64, sent) = Encode(mutated, random);
        var headers = new JsonObject { ["content-type"] = "application/json" };
        if (key is not null)
            headers["x-api-key"] = key;
        var kind = !hasKey ? MutationKind.WrongKey : sent is null || !sent.AsSpan().SequenceEqual(mutated.Bytes) ? MutationKind.WrongEncoding : mutated.Kind;
        return new FuzzCase(
            skill, kind, Encoding.UTF8.GetBytes(HttpEvent.Post($"/skill/{skill}", headers, body, isBase64).ToJsonString()),
            outcome => SkillJudge.Judge(world, skill, sent, hasKey, outcome))
        {
            Shown = Encoding.UTF8.GetBytes($"key {(hasKey ? "right" : key)}, base64 {isBase64}: {(isBase64 && sent is not null ? mutated.Text : body)}"),
        };
    }

    private static JsonObject Genuine(string skill, FuzzRandom random, FuzzWorld world) => skill switch
    {
        "SignUp" => SkillBody.Of(
            random.Chance(500) ? "chat-user-new" : random.Pick(world.WithOrder).UserKey, "가입", new JsonObject { ["sys_phone_number"] = "010-9876-5432" }),
        "PointBalance" => SkillBody.Of(world["paid"].UserKey, "포인트", new JsonObject { ["sys_phone_number"] = world["paid"].Phone }),
        "OrderSheet" or "OrderSheetWithPoints" => SkillBody.Of(world["member"].UserKey, "주문", new JsonObject
        {
            ["menu"] = "아메리카노",
            ["quantity"] = "2",
            ["sys_number"] = """{"amount": 2, "unit": null}""",
            ["points"] = "1000",
            ["sys_phone_number"] = world["member"].Phone,
        }),
        "Pay" => OfOrder(world["sheet"], []),
        _ => OfOrder(random.Pick(world.WithOrder), new JsonObject { ["confirm"] = "refund" }),
    };

    private static JsonObject OfOrder(WorldOrder order, JsonObject extra)
    {
        extra["orderId"] = (string?)order.OrderId;
        return SkillBody.Of(order.UserKey, "주문", null, extra);
    }

    /// <summary>One of the values that somebody looks at becomes hostile text.</summary>
    private static MutatedJson Hostile(JsonObject genuine, FuzzRandom random)
    {
        var isLong = random.Chance(60);
        Set(genuine, random.Pick(Interesting), isLong ? HostileText.Long(random) : HostileText.Pick(random));
        return JsonMutator.Keep(genuine) with { Kind = isLong ? MutationKind.TooLong : MutationKind.HostileText };
    }

    private static JsonObject Spoilt(JsonObject genuine, FuzzRandom random)
    {
        Set(genuine, random.Pick(Interesting), HostileText.Pick(random));
        return genuine;
    }

    /// <summary>Somebody else's order, number or key, in the right form.</summary>
    private static MutatedJson Misleading(JsonObject genuine, FuzzRandom random, FuzzWorld world)
    {
        var other = random.Pick(world.WithOrder);
        switch (random.Below(4))
        {
            case 0:
                Set(genuine, ["userRequest", "user", "id"], random.Chance(500) ? other.UserKey : "chat-user-nobody");
                break;
            case 1:
                Set(genuine, ["action", "params", "sys_phone_number"], other.Phone);
                break;
            default:
                Set(genuine, ["action", "clientExtra", "orderId"], random.Chance(800) ? other.OrderId : other.OrderId[..^1] + "Z");
                break;
        }
        return JsonMutator.Keep(genuine) with { Kind = MutationKind.Misleading };
    }

    private static void Set(JsonObject body, IReadOnlyList<string> path, string value)
    {
        JsonNode node = body;
        foreach (var name in path.SkipLast(1))
            node = node[name] ?? ((JsonObject)node).GetOrAdd(name);
        node[path[^1]] = value;
    }

    /// <summary>The body as text or base64, and the bytes that a reader makes of it; null for none.</summary>
    private static (string? Body, bool IsBase64, byte[]? Sent) Encode(MutatedJson mutated, FuzzRandom random)
    {
        var isBase64 = !mutated.IsText || random.Chance(100);
        var body = isBase64 ? Convert.ToBase64String(mutated.Bytes) : mutated.Text;
        if (!random.Chance(25))
            return (body, isBase64, mutated.Bytes);
        return random.Below(4) switch
        {
            0 => (null, isBase64, null),
            1 => (mutated.Text, true, null),
            2 => (body + "=", true, null),
            _ => (Convert.ToBase64String(mutated.Bytes), false, null),
        };
    }
}
