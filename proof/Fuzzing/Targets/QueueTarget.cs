using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Judging;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>Messages of both queues.</summary>
internal sealed class QueueTarget : IFuzzTarget
{
    private const int MaxMessages = 3;

    private static readonly string[] Kinds = ["approved", "cancelled", "failed", "withdrawn", "refund"];

    public string Name => "queue messages";

    public int Share => 120;

    public FuzzCase Create(FuzzRandom random, FuzzWorld world)
    {
        var function = random.Chance(600) ? "SettleCallback" : "OrderEvents";
        var messages = Enumerable.Range(0, 1 + random.Below(MaxMessages)).Select(_ => Message(function, random, world)).ToList();
        // What is sent to a queue is text, so bytes that are none do not get there.
        var bodies = messages.Select(message => random.Chance(10) ? null : message.Text).ToList();
        return new FuzzCase(
            function, messages[0].Kind, Encoding.UTF8.GetBytes(HttpEvent.Batch(bodies).ToJsonString()),
            outcome => QueueJudge.Judge(world, bodies, outcome))
        {
            KakaoPay = (operation, tid) => GenuineReplies.Of(world, operation, tid),
        };
    }

    private static MutatedJson Message(string function, FuzzRandom random, FuzzWorld world)
    {
        var order = random.Pick(world.WithOrder);
        var genuine = function == "OrderEvents"
            ? new JsonObject { ["type"] = "OrderPaid", ["orderId"] = (string?)order.OrderId }
            : new JsonObject { ["orderId"] = (string?)order.OrderId, ["kind"] = random.Pick(Kinds) };
        switch (random.Below(100))
        {
            case < 6:
                return JsonMutator.Keep(genuine);
            case < 20:
                genuine["orderId"] = random.Chance(300) ? HostileText.Long(random) : HostileText.Pick(random);
                return JsonMutator.Keep(genuine) with { Kind = MutationKind.HostileText };
            case < 30:
                genuine[function == "OrderEvents" ? "type" : "kind"] = HostileText.Pick(random) + "x";
                return JsonMutator.Keep(genuine) with { Kind = MutationKind.Misleading };
            default:
                return JsonMutator.Mutate(genuine, random);
        }
    }
}
