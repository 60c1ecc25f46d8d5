using System.Text.Json.Nodes;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;

namespace KakaoWorkflow.Proof.Fuzzing.Worlds;

/// <summary>Brings members and orders as far as inputs need them, through the functions themselves. Each story goes on where the one above it ends.</summary>
internal sealed class WorldStories(FuzzWorld world, KakaoPayDoor kakaoPay, Ledger ledger, Func<string, string> memberIdOf, HttpClient http)
{
    /// <summary>What the waiting steps' tokens begin with.</summary>
    public const string TaskToken = "task-token-of-";

    private int _members;

    public async Task<WorldOrder> MemberAsync(string name)
    {
        var number = ++_members;
        var member = new WorldOrder(name, $"chat-user-{name}", $"0102000{number:0000}", "");
        await SkillAsync("SignUp", member, new JsonObject { ["sys_phone_number"] = member.Phone });
        await ledger.GrantAsync(memberIdOf(member.Phone), "welcome", 5_000);
        return member;
    }

    public async Task<WorldOrder> SheetAsync(string name, int points = 1_000)
    {
        var member = await MemberAsync(name);
        var sheet = await SkillAsync("OrderSheetWithPoints", member, new JsonObject { ["menu"] = "아메리카노", ["quantity"] = "3", ["points"] = $"{points}" });
        return member with { OrderId = sheet.OrderId! };
    }

    public async Task<WorldOrder> ReservedAsync(string name, int points = 1_000)
    {
        var order = await SheetAsync(name, points);
        var quote = await world.DoAsync("Quote", Step(order));
        await world.DoAsync("ReservePoints", Step(order));
        return order with { Quote = quote };
    }

    public async Task<WorldOrder> AwaitingAsync(string name, int points = 1_000)
    {
        var order = await ReservedAsync(name, points);
        order = order with { Payment = await world.DoAsync("PreparePayment", Step(order, ("quote", order.Quote!))) };
        await world.DoAsync("AwaitApproval", Step(order, ("payment", order.Payment), ("taskToken", TaskToken + name)));
        return order;
    }

    public async Task<WorldOrder> AuthenticatedAsync(string name)
    {
        var order = await AwaitingAsync(name);
        var back = await new SimulatedCustomer(http).PayAsync(kakaoPay.Real((string)order.Payment!["redirectPcUrl"]!), CancellationToken.None);
        var query = new JsonObject();
        foreach (var part in back.Query.TrimStart('?').Split('&'))
            query[part[..part.IndexOf('=', StringComparison.Ordinal)]] = Uri.UnescapeDataString(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        await world.DoAsync("PaymentRedirect", HttpEvent.Get(back.AbsolutePath, query, null));
        return order with { PaymentStatus = "AUTH_PASSWORD" };
    }

    public async Task<WorldOrder> CapturedAsync(string name)
    {
        var order = await AuthenticatedAsync(name);
        await world.DoAsync("ApprovePayment", Approval(order));
        return order with { PaymentStatus = "SUCCESS_PAYMENT" };
    }

    public async Task<WorldOrder> PaidAsync(string name)
    {
        var order = await CapturedAsync(name);
        await world.DoAsync("CommitOrder", Step(order));
        return order;
    }

    public async Task<WorldOrder> RefundingAsync(string name)
    {
        var order = await PaidAsync(name);
        await SkillAsync("CancelOrder", order, [], new JsonObject { ["orderId"] = (string?)order.OrderId, ["confirm"] = "refund" });
        return order;
    }

    public async Task<WorldOrder> RefundedAsync(string name)
    {
        var order = await CapturedAsync(name);
        await world.DoAsync("RefundPayment", Step(order, ("payment", order.Payment!)));
        await world.DoAsync("ReleasePoints", Step(order, ("ending", OrderStatus.Refunded)));
        return order with { PaymentStatus = "CANCEL_PAYMENT" };
    }

    public async Task<WorldOrder> ExpiredAsync(string name)
    {
        var order = await AwaitingAsync(name);
        await world.DoAsync("ReleasePoints", Step(order, ("ending", OrderStatus.Expired)));
        return order;
    }

    public async Task<WorldOrder> ReviewAsync(string name)
    {
        var order = await ReservedAsync(name);
        await world.DoAsync("AwaitOperator", Step(
            order, ("failedStep", "PreparePayment"), ("error", new JsonObject { ["Error"] = "States.Timeout" }), ("taskToken", TaskToken + name)));
        return order;
    }

    /// <summary>What a step is called with.</summary>
    public static JsonObject Step(WorldOrder order, params (string Name, JsonNode Value)[] fields)
    {
        var step = new JsonObject { ["orderId"] = (string?)order.OrderId };
        foreach (var (name, value) in fields)
            step[name] = value.DeepClone();
        return step;
    }

    /// <summary>What ApprovePayment is called with at the first attempt.</summary>
    public static JsonObject Approval(WorldOrder order) =>
        Step(order, ("quote", order.Quote!), ("payment", order.Payment!), ("approveSent", false), ("retryCount", 0));

    private async Task<ChatReply> SkillAsync(string skill, WorldOrder member, JsonObject parameters, JsonObject? clientExtra = null)
    {
        var body = SkillBody.Of(member.UserKey, "주문", parameters, clientExtra).ToJsonString();
        var answer = await world.DoAsync(skill, HttpEvent.Post("/skill", new JsonObject { ["x-api-key"] = world.SkillKey }, body, false));
        return ChatReply.Read((string)answer["body"]!);
    }
}
