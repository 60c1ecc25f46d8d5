using System.Text.Json.Nodes;
using KakaoWorkflow.Local.KakaoPay.Payments;
using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Api;

/// <summary>The documented bodies of successful answers; a field that has nothing to say is left out.</summary>
internal static class PaymentAnswers
{
    public static JsonObject Ready(Payment payment, string pagesUrl) => new()
    {
        ["tid"] = payment.Tid,
        ["tms_result"] = false,
        ["next_redirect_app_url"] = $"{pagesUrl}/app/{payment.PageKey}",
        ["next_redirect_mobile_url"] = $"{pagesUrl}/mobile/{payment.PageKey}",
        ["next_redirect_pc_url"] = $"{pagesUrl}/pc/{payment.PageKey}",
        ["android_app_scheme"] =
            $"kakaotalk://kakaopay/pg?url={Uri.EscapeDataString($"{pagesUrl}/app/{payment.PageKey}")}",
        ["ios_app_scheme"] = $"kakaotalk://kakaopay/pg?url={Uri.EscapeDataString($"{pagesUrl}/app/{payment.PageKey}")}",
        ["created_at"] = WireTime.Format(payment.CreatedAt),
    };

    public static JsonObject Approve(Payment payment, string cid)
    {
        var capture = payment.Capture
            ?? throw new InvalidOperationException("Only a captured payment has an approve answer.");
        var answer = new JsonObject { ["aid"] = capture.Aid };
        Describe(answer, payment, cid);
        answer["amount"] = capture.Amount.ToJson();
        if (payment.Method == "CARD")
            answer["card_info"] = Card(payment, capture);
        Add(answer, "payload", capture.Payload);
        return answer;
    }

    public static JsonObject Order(Payment payment, string cid)
    {
        var answer = new JsonObject { ["status"] = payment.Status };
        Describe(answer, payment, cid);
        answer["amount"] = (payment.IsCaptured ? payment.Captured : payment.Requested).ToJson();
        answer["canceled_amount"] = payment.Cancelled.ToJson();
        answer["cancel_available_amount"] = payment.Cancellable.ToJson();
        if (payment is { IsCaptured: true, Method: "CARD" })
            answer["selected_card_info"] = new JsonObject
            {
                ["card_bin"] = "000000",
                ["install_month"] = payment.InstallMonths ?? 0,
                ["card_corp_name"] = "모의카드",
                ["interest_free_install"] = "N",
            };
        answer["payment_action_details"] = new JsonArray([.. payment.Movements.Select(Action)]);
        return answer;
    }

    public static JsonObject Cancel(Payment payment, string cid)
    {
        var cancel = payment.LastCancel
            ?? throw new InvalidOperationException("Only a cancelled payment has a cancel answer.");
        var answer = new JsonObject { ["aid"] = cancel.Aid, ["status"] = payment.Status };
        Describe(answer, payment, cid);
        answer["amount"] = payment.Captured.ToJson();
        answer["approved_cancel_amount"] = cancel.Amount.ToJson();
        answer["canceled_amount"] = payment.Cancelled.ToJson();
        answer["cancel_available_amount"] = payment.Cancellable.ToJson();
        Add(answer, "payload", cancel.Payload);
        return answer;
    }

    public static JsonObject Error(RefusalException refusal)
    {
        var answer = new JsonObject { ["error_code"] = refusal.ErrorCode, ["error_message"] = refusal.Message };
        if (refusal.MethodResultCode is not null)
            answer["extras"] = new JsonObject
            {
                ["method_result_code"] = refusal.MethodResultCode,
                ["method_result_message"] = refusal.Message,
            };
        return answer;
    }

    private static void Describe(JsonObject answer, Payment payment, string cid)
    {
        answer["tid"] = payment.Tid;
        answer["cid"] = cid;
        answer["partner_order_id"] = payment.OrderId;
        answer["partner_user_id"] = payment.UserId;
        Add(answer, "payment_method_type", payment.Method);
        answer["item_name"] = payment.ItemName;
        Add(answer, "item_code", payment.ItemCode);
        answer["quantity"] = payment.Quantity;
        answer["created_at"] = WireTime.Format(payment.CreatedAt);
        if (payment.Capture is { } capture)
            answer["approved_at"] = WireTime.Format(capture.At);
        if (payment.LastCancel is { } cancel)
            answer["canceled_at"] = WireTime.Format(cancel.At);
    }

    private static JsonObject Action(Movement movement)
    {
        var action = new JsonObject
        {
            ["aid"] = movement.Aid,
            ["approved_at"] = WireTime.Format(movement.At),
            ["amount"] = movement.Amount.TotalWon,
            ["point_amount"] = 0,
            ["discount_amount"] = 0,
            ["payment_action_type"] = movement.Kind == MovementKind.Capture ? "PAYMENT" : "CANCEL",
        };
        Add(action, "payload", movement.Payload);
        return action;
    }

    private static JsonObject Card(Payment payment, Movement capture) => new()
    {
        ["kakaopay_purchase_corp"] = "모의카드",
        ["kakaopay_purchase_corp_code"] = "000",
        ["kakaopay_issuer_corp"] = "모의카드",
        ["kakaopay_issuer_corp_code"] = "000",
        ["bin"] = "000000",
        ["card_type"] = "체크",
        ["install_month"] = (payment.InstallMonths ?? 0).ToString("00"),
        ["approved_id"] = capture.Aid[^8..],
        ["card_mid"] = "000000000",
        ["interest_free_install"] = "N",
        ["installment_type"] = "NONE",
    };

    private static void Add(JsonObject answer, string name, string? value)
    {
        if (value is not null)
            answer[name] = value;
    }
}
