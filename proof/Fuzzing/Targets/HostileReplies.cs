using System.Text.Json.Nodes;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>Answers of a KakaoPay that has gone wrong.</summary>
internal static class HostileReplies
{
    private static readonly int[] Statuses = [200, 201, 204, 206, 301, 302, 304, 400, 401, 403, 404, 409, 418, 429, 499, 500, 502, 503, 504, 599];

    private static readonly string?[] ContentTypes =
        [GenuineReplies.ContentType, "text/html", "application/json; charset=euc-kr", "application/octet-stream", "image/png", null];

    private static readonly int[] ErrorCodes =
        [0, 1, -1, -400, -401, -429, -500, -503, -701, -702, -704, -706, -708, -710, -711, -721, -723, -731, -780, -781, -783, -784, -785, -797, -799,
         int.MinValue];

    private static readonly string[] Amounts = ["amount", "canceled_amount", "cancel_available_amount", "approved_cancel_amount"];

    private static readonly long[] Wons =
        [0, 1, -1, 100, 4_500, 9_999, 12_501, 2_000_000, int.MaxValue, (long)int.MaxValue + 1, long.MaxValue, long.MinValue, -12_500];

    /// <summary>An answer to an operation for an order, and what is wrong with it.</summary>
    public static (MutationKind Kind, KakaoPayReply Reply) Create(FuzzWorld world, string operation, WorldOrder order, FuzzRandom random)
    {
        var genuine = GenuineReplies.Answer(world, operation, order);
        var contentType = random.Chance(850) ? GenuineReplies.ContentType : random.Pick(ContentTypes);
        switch (random.Below(100))
        {
            case < 4:
                return Of(JsonMutator.Keep(genuine), 200, contentType);
            case < 35:
                return Of(Misleading(genuine, world, random), 200, contentType);
            case < 50:
                return Of(JsonMutator.Mutate(Error(random), random), random.Pick<int>([400, 400, 400, 401, 403, 500]), contentType);
            case < 60:
                return Of(JsonMutator.Keep(Error(random)) with { Kind = MutationKind.Misleading }, 400, contentType);
            case < 65:
                return (MutationKind.Garbage, new KakaoPayReply(0, null, []));
            case < 72:
                return Of(JsonMutator.Mutate(genuine, random), random.Pick(Statuses), contentType);
            default:
                return Of(JsonMutator.Mutate(genuine, random), 200, contentType);
        }
    }

    private static (MutationKind Kind, KakaoPayReply Reply) Of(MutatedJson body, int status, string? contentType) =>
        (body.Kind, new KakaoPayReply(status, contentType, body.Bytes));

    /// <summary>A document of the right form that says something else.</summary>
    private static MutatedJson Misleading(JsonObject genuine, FuzzWorld world, FuzzRandom random)
    {
        for (var changes = 1 + random.Below(2); changes > 0; changes--)
        {
            switch (random.Below(6))
            {
                case 0:
                    genuine["tid"] = random.Chance(500) ? random.Pick(world.WithOrder).Tid : HostileText.Pick(random);
                    break;
                case 1:
                    genuine["partner_order_id"] = random.Pick(world.WithOrder).OrderId;
                    break;
                case 2 or 3:
                    genuine["status"] = random.Chance(850) ? random.Pick([.. PaymentStatus.KnownNames.Order(StringComparer.Ordinal)]) : HostileText.Pick(random);
                    break;
                case 4:
                    genuine.GetOrAdd(random.Pick(Amounts))["total"] = random.Pick(Wons);
                    break;
                default:
                    genuine[random.Pick<string>(["next_redirect_pc_url", "next_redirect_mobile_url", "created_at", "approved_at", "canceled_at", "aid"])]
                        = random.Chance(200) ? HostileText.Long(random) : HostileText.Pick(random);
                    break;
            }
        }
        return JsonMutator.Keep(genuine) with { Kind = MutationKind.Misleading };
    }

    private static JsonObject Error(FuzzRandom random)
    {
        var error = new JsonObject { ["error_code"] = random.Pick(ErrorCodes), ["error_message"] = random.Chance(100) ? HostileText.Long(random) : HostileText.Pick(random) };
        if (random.Chance(500))
            error["extras"] = new JsonObject { ["method_result_code"] = random.Pick<string>(["USER_LOCKED", "BANK_FIRM_UNKNOWN", "", HostileText.Pick(random)]), ["method_result_message"] = "" };
        return error;
    }
}
