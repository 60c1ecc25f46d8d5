using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>What KakaoPay answers when all is well: its simulator's own answers, made out for an order.</summary>
internal static class GenuineReplies
{
    /// <summary>The content type of every answer.</summary>
    public const string ContentType = "application/json;charset=UTF-8";

    private const string NoSuchTransaction = """{"error_code":-721,"error_message":"no such tid"}""";

    /// <summary>The answer to an operation for a transaction.</summary>
    public static KakaoPayReply Of(FuzzWorld world, string operation, string tid)
    {
        var order = operation == "ready" ? world["reserved"] : world.WithOrder.FirstOrDefault(order => order.Tid == tid);
        return order is null || tid.Length == 0 != (operation == "ready")
            ? new KakaoPayReply(400, ContentType, Encoding.UTF8.GetBytes(NoSuchTransaction))
            : new KakaoPayReply(200, ContentType, Encoding.UTF8.GetBytes(Answer(world, operation, order).ToJsonString()));
    }

    /// <summary>The body of that answer.</summary>
    public static JsonObject Answer(FuzzWorld world, string operation, WorldOrder order)
    {
        var answer = (JsonObject)world.KakaoPayAnswers[operation].DeepClone();
        if (operation == "ready")
            return answer;
        answer["tid"] = order.Tid;
        answer["partner_order_id"] = (string?)order.OrderId;
        answer["partner_user_id"] = order.MemberId;
        answer["amount"]!["total"] = order.AmountDueWon;
        if (operation == "order")
        {
            answer["status"] = order.PaymentStatus;
            var isBack = order.PaymentStatus == "CANCEL_PAYMENT";
            answer["canceled_amount"]!["total"] = isBack ? order.AmountDueWon : 0;
            answer["cancel_available_amount"]!["total"] = order.PaymentStatus == "SUCCESS_PAYMENT" ? order.AmountDueWon : 0;
        }
        return answer;
    }
}
