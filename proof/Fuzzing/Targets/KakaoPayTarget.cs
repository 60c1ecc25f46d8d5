using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Judging;
using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>KakaoPay's answers, to everything that asks KakaoPay.</summary>
internal sealed class KakaoPayTarget : IFuzzTarget
{
    private static readonly (string Function, string Order, string[] Operations)[] Askers =
    [
        ("PreparePayment", "reserved", ["ready"]),
        ("ApprovePayment", "authenticated", ["approve", "approve", "order"]),
        ("ResolvePayment", "captured", ["order"]),
        ("ResolvePayment", "stale", ["order"]),
        ("RefundPayment", "captured", ["order", "cancel"]),
        ("SettleCallback", "awaiting", ["order"]),
        ("SettleCallback", "refunding", ["order", "cancel"]),
        ("RefundOrder", "paid", ["order", "cancel"]),
        ("ReconcileOrders", "stale", ["order", "cancel"]),
        ("ReconcileOrders", "expired", ["order", "cancel"]),
        ("DailyReport", "refunding", ["order"]),
    ];

    public string Name => "KakaoPay's answers";

    public int Share => 150;

    public FuzzCase Create(FuzzRandom random, FuzzWorld world)
    {
        var (function, name, operations) = random.Pick(Askers);
        var order = world[name];
        var operation = random.Pick(operations);
        var input = Input(function, order, world, random);
        var isInDoubt = operation == "order" && function == "ApprovePayment";
        var wronged = operation == "cancel" ? order with { PaymentStatus = "SUCCESS_PAYMENT" } : order;
        var (kind, reply) = HostileReplies.Create(world, operation, wronged, random);
        var doubt = new KakaoPayReply(503, "text/html", []);
        return new FuzzCase(function, kind, Encoding.UTF8.GetBytes(input.ToJsonString()), outcome => Judge(world, function, order, outcome))
        {
            KakaoPay = (asked, tid) => asked == operation && (asked == "ready" || tid == order.Tid)
                ? reply
                : isInDoubt && asked == "approve" ? doubt : Other(world, asked, tid, order, operation),
            ExecutionsRun = random.Chance(100),
            Shown = [.. Encoding.ASCII.GetBytes($"HTTP {reply.Status} "), .. reply.Body],
        };
    }

    /// <summary>Before a cancel, an inquiry says that there is something to cancel.</summary>
    private static KakaoPayReply Other(FuzzWorld world, string asked, string tid, WorldOrder order, string operation)
    {
        if (asked != "order" || operation != "cancel" || tid != order.Tid)
            return GenuineReplies.Of(world, asked, tid);
        var paid = GenuineReplies.Answer(world, "order", order with { PaymentStatus = "SUCCESS_PAYMENT" });
        return new KakaoPayReply(200, GenuineReplies.ContentType, Encoding.UTF8.GetBytes(paid.ToJsonString()));
    }

    private static JsonObject Input(string function, WorldOrder order, FuzzWorld world, FuzzRandom random) => function switch
    {
        "PreparePayment" => WorldStories.Step(order, ("quote", order.Quote!)),
        "ApprovePayment" => Approval(order, random),
        "ResolvePayment" => WorldStories.Step(order, ("quote", order.Quote!), ("payment", order.Payment!)),
        "RefundPayment" => WorldStories.Step(order, ("payment", order.Payment!)),
        "SettleCallback" => HttpEvent.Batch(
            [new JsonObject { ["orderId"] = (string?)order.OrderId, ["kind"] = order.Name == "refunding" ? "refund" : "cancelled" }.ToJsonString()]),
        "RefundOrder" => new JsonObject { ["orderId"] = (string?)order.OrderId, ["by"] = "kim", ["why"] = "spilled" },
        "DailyReport" => new JsonObject { ["day"] = world.Day },
        _ => [],
    };

    private static JsonObject Approval(WorldOrder order, FuzzRandom random)
    {
        var approval = WorldStories.Approval(order);
        approval["approveSent"] = random.Chance(300);
        return approval;
    }

    private static Verdict Judge(FuzzWorld world, string function, WorldOrder order, TrialOutcome outcome)
    {
        var verdict = function == "SettleCallback"
            ? QueueJudge.Judge(world, [new JsonObject { ["orderId"] = (string?)order.OrderId, ["kind"] = "refund" }.ToJsonString()], outcome)
            : FunctionJudge.Judge(world, function, outcome, isInputSound: true);
        MoneyJudge.Check(verdict, function, order);
        // The reconciler reports what it did not foresee by the class of the exception.
        if (function == "ReconcileOrders" && outcome.Result is { } report)
        {
            foreach (var found in (JsonArray)JsonNode.Parse(report)!["orders"]!)
            {
                var detail = (string?)found!["detail"] ?? "";
                verdict.Require(!detail.EndsWith("Exception", StringComparison.Ordinal), ProblemKind.Unhandled, $"the reconciler met {detail}");
            }
        }
        return verdict;
    }
}
