using KakaoWorkflow.Pricing;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>Why an order was refused, as the chat and the pages say it.</summary>
internal static class RejectionText
{
    /// <param name="code">One of <see cref="Rejection"/>; any other, or null, gets a general answer.</param>
    /// <param name="rules">The limits that an answer names.</param>
    public static string Of(string? code, PricingRules rules) => code switch
    {
        Rejection.UnknownItem => "찾으시는 메뉴가 없어요.",
        Rejection.SoldOut => "주문하신 메뉴가 품절됐어요.",
        Rejection.BadQuantity => $"한 번에 1잔부터 {rules.MaxQuantity}잔까지 주문할 수 있어요.",
        Rejection.BadPoints => "주문 금액보다 많은 포인트는 쓸 수 없어요.",
        Rejection.InsufficientPoints => "사용할 수 있는 포인트가 부족해요.",
        Rejection.BelowMinimumPayment =>
            $"카카오페이는 {WonText.Format(rules.MinPaymentWon)}부터 결제할 수 있어요. 포인트를 조금 줄이거나 전액 포인트로 결제해 주세요.",
        Rejection.AboveMaximumPayment => "한 번에 결제할 수 있는 금액을 넘었어요. 나누어 주문해 주세요.",
        Rejection.SheetExpired => "주문서의 유효 시간이 지났어요. 다시 주문해 주세요.",
        Rejection.PriceChanged => "그사이 가격이 바뀌었어요. 다시 주문해서 새 가격을 확인해 주세요.",
        Rejection.AnotherOrderOpen => "다른 주문이 진행 중이라 이 주문은 접수하지 못했어요. 다시 주문해 주세요.",
        Rejection.NotAMember => "회원 정보를 찾지 못했어요. 다시 가입해 주세요.",
        _ => "이 주문은 더 진행할 수 없어요. 다시 주문해 주세요.",
    };
}
