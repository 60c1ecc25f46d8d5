using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Skills.Answers;
using KakaoWorkflow.Skills.Inputs;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>The Korean texts that several skills share, and the labels that lead from one skill to the next.</summary>
internal static class SkillTexts
{
    public const string OrderIdExtra = "orderId";
    public const string ConfirmExtra = "confirm";
    public const string ConfirmRefund = "refund";
    public const string RefundLabel = "네, 취소할게요";
    public const string PayLabel = "결제하기";
    public const string CancelLabel = "주문 취소";
    public const string StatusLabel = "주문 상태";
    public const string SignUpLabel = "회원 가입";
    public const string OrderLabel = "주문하기";
    public const string OrderAgainLabel = "다시 주문하기";

    public static SkillResponse NotUnderstood => SkillResponse.Text("요청을 이해하지 못했어요. 아래 버튼으로 다시 시작해 주세요.")
        .WithQuickReplies(QuickReply.Message(OrderLabel), QuickReply.Message(StatusLabel));

    public static SkillResponse TryAgain => SkillResponse.Text("지금은 처리하지 못했어요. 잠시 후 다시 시도해 주세요.")
        .WithQuickReplies(QuickReply.Message(StatusLabel), QuickReply.Message(OrderLabel));

    public static SkillResponse OrderNotFound => WithOrder("주문을 찾지 못했어요. 다시 주문해 주세요.");

    public static SkillResponse NothingToPay => WithOrder("결제할 주문을 찾지 못했어요. 먼저 메뉴를 골라 주문해 주세요.");

    public static SkillResponse NotAMember => WithSignUp("아직 회원이 아니에요. 회원으로 가입하면 주문하고 포인트를 모을 수 있어요.");

    public static SkillResponse NumberOfAnotherCustomer => SkillResponse.Text(
        "이 전화번호는 다른 카카오톡 계정에 등록되어 있어요. 가입할 때 쓴 카카오톡 계정으로 이용하거나, 번호를 확인하고 다시 가입해 주세요.")
        .WithQuickReplies(QuickReply.Message(SignUpLabel));

    public static Dictionary<string, string> Extra(OrderId orderId) =>
        new(StringComparer.Ordinal) { [OrderIdExtra] = orderId };

    /// <summary>The way to where an order stands.</summary>
    public static QuickReply Status(OrderId orderId) => QuickReply.Message(StatusLabel, extra: Extra(orderId));

    /// <param name="refusal">Why there is no number.</param>
    /// <param name="next">The label of the skill that asked for it.</param>
    public static SkillResponse PhoneRefused(InputRefusal refusal, string next) => SkillResponse.Text(refusal switch
    {
        InputRefusal.Ambiguous => "전화번호가 여러 개 보여요. 하나만 알려 주세요.",
        InputRefusal.Missing => "휴대전화 번호를 알려 주세요. 예: 010-1234-5678",
        _ => "휴대전화 번호를 확인하고 다시 알려 주세요. 예: 010-1234-5678",
    }).WithQuickReplies(QuickReply.Message(next));

    public static SkillResponse QuantityRefused(InputRefusal refusal, int maxQuantity) => WithOrder(refusal switch
    {
        InputRefusal.Missing => "몇 잔 드릴까요?",
        InputRefusal.TooSmall => "한 잔부터 주문할 수 있어요. 몇 잔 드릴까요?",
        InputRefusal.TooLarge => $"한 번에 {maxQuantity}잔까지 주문할 수 있어요. 몇 잔 드릴까요?",
        InputRefusal.NotWhole => "한 잔 단위로 주문할 수 있어요. 몇 잔 드릴까요?",
        _ => "몇 잔 드릴까요? 숫자로 알려 주세요. 예: 2잔",
    });

    public static SkillResponse PointsRefused(InputRefusal refusal) => WithOrder(refusal switch
    {
        InputRefusal.Missing => "포인트를 얼마나 사용하시겠어요? 모두 쓰려면 '전부', 쓰지 않으려면 '없음'이라고 답해 주세요.",
        InputRefusal.NotWhole => "포인트는 1P 단위로 쓸 수 있어요. 얼마나 사용하시겠어요?",
        InputRefusal.TooLarge => "그만큼의 포인트는 쓸 수 없어요. 얼마나 사용하시겠어요?",
        _ => "포인트를 얼마나 사용하시겠어요? 숫자로 알려 주세요. 예: 1000",
    });

    /// <summary>An order that was refused, with what to do instead.</summary>
    public static SkillResponse Refused(string? code, PricingRules rules) => code == Rejection.NotAMember
        ? WithSignUp(RejectionText.Of(code, rules))
        : WithOrder(RejectionText.Of(code, rules));

    public static SkillResponse WithOrder(string text) => SkillResponse.Text(text).WithQuickReplies(QuickReply.Message(OrderLabel));

    private static SkillResponse WithSignUp(string text) => SkillResponse.Text(text).WithQuickReplies(QuickReply.Message(SignUpLabel));
}
