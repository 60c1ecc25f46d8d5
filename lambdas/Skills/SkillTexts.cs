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
    public const string RefundLabel = "환불하기";
    public const string PayLabel = "결제하기";
    public const string CancelLabel = "주문 취소";
    public const string StatusLabel = "주문 상태";
    public const string SignUpLabel = "회원 가입";
    public const string OrderLabel = "주문하기";

    public static SkillResponse NotUnderstood => SkillResponse.Text("요청을 이해하지 못했어요. 처음부터 다시 시도해 주세요.");

    public static SkillResponse TryAgain =>
        SkillResponse.Text("지금은 처리하지 못했어요. 잠시 후 다시 시도해 주세요.").WithQuickReplies(QuickReply.Message(StatusLabel));

    public static SkillResponse OrderNotFound =>
        SkillResponse.Text("주문을 찾지 못했어요. 주문서를 다시 만들어 주세요.").WithQuickReplies(QuickReply.Message(OrderLabel));

    public static SkillResponse NotAMember =>
        SkillResponse.Text("아직 회원이 아니에요. 회원으로 가입하면 주문하고 포인트를 모을 수 있어요.")
            .WithQuickReplies(QuickReply.Message(SignUpLabel));

    public static SkillResponse NumberOfAnotherCustomer => SkillResponse.Text(
        "이 전화번호는 다른 카카오톡 계정에 등록되어 있어요. 가입할 때 쓴 카카오톡 계정으로 이용해 주세요.");

    public static Dictionary<string, string> Extra(string orderId) =>
        new(StringComparer.Ordinal) { [OrderIdExtra] = orderId };

    public static SkillResponse PhoneRefused(InputRefusal refusal) => SkillResponse.Text(refusal == InputRefusal.Ambiguous
        ? "전화번호가 여러 개 보여요. 하나만 알려 주세요."
        : "휴대전화 번호를 확인해 주세요. 예: 010-1234-5678");

    public static SkillResponse QuantityRefused(InputRefusal refusal, int maxQuantity) => SkillResponse.Text(refusal switch
    {
        InputRefusal.Missing => "몇 잔을 드릴까요?",
        InputRefusal.TooSmall => "수량은 1개 이상이어야 해요.",
        InputRefusal.TooLarge => $"한 번에 {maxQuantity}개까지 주문할 수 있어요.",
        InputRefusal.NotWhole => "수량은 정수로 알려 주세요.",
        _ => "수량을 숫자로 알려 주세요. 예: 2",
    });

    public static SkillResponse PointsRefused(InputRefusal refusal) => SkillResponse.Text(refusal == InputRefusal.Missing
        ? "포인트를 얼마나 사용할까요? 숫자로 알려 주세요. 모두 쓰려면 '전부'라고 해 주세요."
        : "사용할 포인트를 숫자로 알려 주세요. 예: 1000");

    public static string Rejected(string? code, PricingRules rules) => code switch
    {
        Rejection.UnknownItem => "찾으시는 메뉴가 없어요.",
        Rejection.SoldOut => "주문하신 메뉴가 품절되었어요.",
        Rejection.BadQuantity => $"한 번에 1개부터 {rules.MaxQuantity}개까지 주문할 수 있어요.",
        Rejection.BadPoints => "주문 금액보다 많은 포인트는 쓸 수 없어요.",
        Rejection.InsufficientPoints => "사용할 수 있는 포인트가 부족해요.",
        Rejection.BelowMinimumPayment =>
            $"카카오페이는 {rules.MinPaymentWon}원부터 결제할 수 있어요. 포인트를 조금 줄이거나 전액 포인트로 결제해 주세요.",
        Rejection.AboveMaximumPayment => "한 번에 결제할 수 있는 금액을 넘었어요. 나누어 주문해 주세요.",
        Rejection.SheetExpired => "주문서의 유효 시간이 지났어요. 주문서를 다시 만들어 주세요.",
        Rejection.PriceChanged => "그사이 가격이 바뀌었어요. 주문서를 다시 확인해 주세요.",
        Rejection.AnotherOrderOpen => "아직 끝나지 않은 주문이 있어요. 먼저 결제하거나 취소해 주세요.",
        Rejection.NotAMember => "회원 정보를 찾지 못했어요.",
        _ => "이 주문은 더 진행할 수 없어요. 주문서를 다시 만들어 주세요.",
    };
}
