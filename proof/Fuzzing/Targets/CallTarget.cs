using System.Text.Json.Nodes;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Judging;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>What the state machine's steps and the operator's functions are called with.</summary>
internal sealed class CallTarget : IFuzzTarget
{
    private static readonly string[] Functions =
    [
        "Quote", "ReservePoints", "PreparePayment", "AwaitApproval", "ApprovePayment", "ResolvePayment", "CommitOrder", "ReleasePoints", "RefundPayment",
        "AwaitOperator", "ResumeOrder", "RefundOrder", "SettleOrder", "MoveOrder", "DailyReport", "ReconcileOrders",
    ];

    public string Name => "steps and operations";

    public int Share => 70;

    public FuzzCase Create(FuzzRandom random, FuzzWorld world)
    {
        var function = random.Pick(Functions);
        var genuine = Genuine(function, random.Pick([.. world.WithOrder.Where(order => order.Payment is not null)]), world);
        var places = JsonPlace.All(genuine);
        MutatedJson input;
        switch (random.Below(100))
        {
            case < 4:
                input = JsonMutator.Keep(genuine);
                break;
            case < 35 when places.Count > 0:
                var isLong = random.Chance(100);
                random.Pick(places).Set(isLong ? HostileText.Long(random) : HostileText.Pick(random));
                input = JsonMutator.Keep(genuine) with { Kind = isLong ? MutationKind.TooLong : MutationKind.HostileText };
                break;
            default:
                input = JsonMutator.Mutate(genuine, random);
                break;
        }
        return new FuzzCase(function, input.Kind, input.Bytes, outcome => FunctionJudge.Judge(world, function, outcome, isInputSound: false))
        {
            KakaoPay = (operation, tid) => GenuineReplies.Of(world, operation, tid),
            ExecutionsRun = random.Chance(500),
        };
    }

    private static JsonObject Genuine(string function, WorldOrder order, FuzzWorld world) => function switch
    {
        "Quote" or "ReservePoints" => WorldStories.Step(order),
        "PreparePayment" => WorldStories.Step(order, ("quote", order.Quote!)),
        "AwaitApproval" => WorldStories.Step(order, ("payment", order.Payment!), ("taskToken", "a-task-token")),
        "ApprovePayment" => WorldStories.Approval(order),
        "ResolvePayment" => WorldStories.Step(order, ("quote", order.Quote!), ("payment", order.Payment!)),
        "CommitOrder" => WorldStories.Step(order, ("approval", new JsonObject { ["aid"] = "A0000000000000000000", ["amountWon"] = order.AmountDueWon })),
        "ReleasePoints" => WorldStories.Step(order, ("ending", "EXPIRED")),
        "RefundPayment" => WorldStories.Step(order, ("payment", order.Payment!)),
        "AwaitOperator" => WorldStories.Step(
            order, ("failedStep", "CommitOrder"), ("taskToken", "a-task-token"),
            ("error", new JsonObject { ["Error"] = "States.Timeout", ["Cause"] = """{"errorMessage":"It broke."}""" })),
        "ResumeOrder" => new JsonObject { ["orderId"] = world["review"].OrderId, ["by"] = "kim", ["why"] = "KakaoPay is back" },
        "RefundOrder" => new JsonObject { ["orderId"] = (string?)order.OrderId, ["by"] = "kim", ["why"] = "spilled", ["line"] = 1, ["quantity"] = 1 },
        "MoveOrder" => new JsonObject { ["orderId"] = (string?)order.OrderId, ["move"] = "undo", ["by"] = "kim", ["from"] = "MADE" },
        "SettleOrder" => new JsonObject { ["orderId"] = world["review"].OrderId, ["as"] = "not-captured", ["by"] = "kim", ["why"] = "the page shows nothing" },
        "DailyReport" => new JsonObject { ["day"] = world.Day },
        _ => new JsonObject { ["cursor"] = $"AWAITING_PAYMENT|2026-03-01T01:00:00.000Z|{order.OrderId}" },
    };
}
