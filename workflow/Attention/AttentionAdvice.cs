namespace KakaoWorkflow.Attention;

/// <summary>What the staff does about each kind of matter, in Korean.</summary>
public static class AttentionAdvice
{
    /// <summary>The advice of a kind; of one that this version does not know, a general one.</summary>
    public static string WhatToDo(string kind) => kind switch
    {
        AttentionKind.OrderInReview =>
            "실패한 단계의 원인을 해결한 뒤 resume 명령으로 주문을 다시 진행해 주세요. 일주일이 지나면 주문이 자동으로 종료돼요.",
        AttentionKind.PaymentInDoubt =>
            "카카오페이 파트너센터에서 결제 여부를 확인해 주세요. 시스템도 계속 조회하고 있으며, 끝나지 않으면 settle 명령으로 결과를 기록해 주세요.",
        AttentionKind.RefundStuck =>
            "카카오페이가 취소를 받아들이지 않아 고객의 돈이 아직 돌아가지 않았어요. 파트너센터에서 취소 내역을 확인하고, 직접 환불했다면 settle 명령으로 기록해 주세요.",
        AttentionKind.RefundMismatch =>
            "카카오페이의 취소 금액과 주문의 환불 기록이 달라요. 파트너센터의 취소 내역과 주문의 환불 기록을 비교해 주세요. 금액이 맞을 때까지 환불은 진행되지 않아요.",
        AttentionKind.OrderStuck =>
            "시스템이 스스로 복구하지 못한 주문이에요. 내용과 함수 로그를 확인하고, 원인이 해결되면 reconcile 명령을 실행해 주세요.",
        AttentionKind.KakaoPaySetUp =>
            "카카오페이가 모든 요청을 거절하고 있어요. 시크릿 키, 가맹점 코드(CID), 등록한 도메인을 확인해 주세요.",
        AttentionKind.ReconcilerFailed =>
            "자동 복구가 실행되지 않고 있어요. ReconcileOrders 함수의 로그에서 오류를 확인해 주세요. 다음 실행이 성공하면 사라져요.",
        AttentionKind.ReportUnclean =>
            "그날의 장부가 맞지 않거나 다 확인되지 않았어요. report --day 명령으로 차이를 확인하고 해결한 뒤 다시 실행해 주세요. 이상이 없으면 사라져요.",
        _ => "내용을 확인하고 개발자에게 알려 주세요.",
    };
}
