using KakaoWorkflow.Orders;
using KakaoWorkflow.Skills.Answers;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>What the chat and the pages say of an order in the same words: what was ordered, and what became of the money and the points.</summary>
internal static class OrderText
{
    private const int MaxItemsLength = 200;
    private const string NothingPaid = "결제된 금액은 없어요.";
    private const string OrderAgain = "다시 주문해 주세요.";
    private const string CancelledUnpaid = "주문이 취소됐고 결제된 금액은 없어요.";

    /// <summary>What was ordered, with how many of each: <c>바닐라라떼 2잔, 아메리카노 1잔</c>.</summary>
    public static string Items(IEnumerable<OrderLine> lines) =>
        AnswerText.Truncate(string.Join(", ", lines.Select(line => $"{line.Name} {line.Quantity}잔")), MaxItemsLength);

    /// <inheritdoc cref="Items(IEnumerable{OrderLine})" />
    /// <returns>Empty for an order that was refused before it was priced.</returns>
    public static string Items(Order order) => Items(order.Lines);

    /// <summary>The lines of a receipt: what was paid, given back and earned, net of refunds; what is nothing is left out.</summary>
    public static IEnumerable<string> Receipt(Order order)
    {
        if (order.AmountDueWon > 0)
            yield return $"결제 금액: {WonText.Format(order.AmountDueWon)}";
        if (order.PointsUsed > 0)
            yield return $"사용한 포인트: {PointsText.Format(order.PointsUsed)}";
        if (order.RefundedWon > 0)
            yield return $"환불된 금액: {WonText.Format(order.RefundedWon)}";
        if (order.RefundedPoints > 0)
            yield return $"돌려드린 포인트: {PointsText.Format(order.RefundedPoints)}";
        if (order.RefundedQuantities.Any(quantity => quantity > 0) && Left(order) is { Count: > 0 } left)
            yield return $"남은 주문: {Items(left)}";
        var earnedPoints = (order.EarnedPoints ?? 0) - order.TakenBackPoints;
        if (earnedPoints <= 0)
            yield break;
        yield return $"적립된 포인트: {PointsText.Format(earnedPoints)}";
        if (Math.Min(order.DebtPaidPoints, earnedPoints) is > 0 and var paidPoints)
            yield return $"그중 {PointsText.Format(paidPoints)}는 돌려받아야 할 포인트를 채웠어요.";
    }

    /// <summary>How an order ended without a sale, or lost it again: what happened, and what became of the money and the points.</summary>
    public static (string Title, string Text) Ending(Order order)
    {
        var (title, money, advice) = order.Status switch
        {
            OrderStatus.Rejected => ("접수되지 않은 주문이에요", NothingPaid, ""),
            OrderStatus.Cancelled => Cancelled(order.EndReason),
            OrderStatus.Expired => ("결제 시간이 지났어요", "15분 안에 결제하지 않아 주문이 자동으로 취소됐어요. " + NothingPaid, ""),
            OrderStatus.Declined => Declined(order.EndReason),
            OrderStatus.Refunded when order.AmountDueWon == 0 => ("주문이 취소됐어요", "", ""),
            OrderStatus.Refunded when order.WasPaid =>
                ("환불이 완료됐어요", $"결제한 {WonText.Format(order.AmountDueWon)}을 모두 돌려드렸어요.", ""),
            OrderStatus.Refunded => (RefundedTitle(order.EndReason), "결제된 금액을 모두 돌려드렸어요.", ""),
            _ => ("끝난 주문이에요", "", ""),
        };
        string[] sentences = [money, PointsBack(order), TakenBack(order), advice];
        return (title, string.Join(' ', sentences.Where(sentence => sentence.Length > 0)));
    }

    /// <summary>What is left of an order after what was refunded or is being refunded.</summary>
    public static List<OrderLine> Left(Order order) =>
    [
        .. order.Lines
            .Select((line, index) => line with { Quantity = line.Quantity - (int)order.RefundedQuantities.ElementAtOrDefault(index) })
            .Where(line => line.Quantity > 0),
    ];

    private static (string Title, string Money, string Advice) Cancelled(string? reason) => reason switch
    {
        EndReason.PaymentQuit => ("결제를 그만두셔서 주문이 취소됐어요", NothingPaid, ""),
        EndReason.NotCommitted or EndReason.Abandoned => ("주문을 완료하지 못했어요", CancelledUnpaid, OrderAgain),
        _ => ("주문이 취소됐어요", NothingPaid, ""),
    };

    private static (string Title, string Money, string Advice) Declined(string? reason) => reason switch
    {
        EndReason.PaymentUnavailable => ("카카오페이 점검 중이라 결제를 시작하지 못했어요", NothingPaid, "잠시 후 다시 주문해 주세요."),
        EndReason.PaymentRefused => ("카카오페이 결제를 시작하지 못했어요", CancelledUnpaid, "계속 안 되면 매장에 문의해 주세요."),
        EndReason.PaymentFailed => ("카카오페이 인증을 마치지 못했어요", CancelledUnpaid, OrderAgain),
        EndReason.Abandoned => ("주문을 완료하지 못했어요", CancelledUnpaid, OrderAgain),
        EndReason.SettledByHand => ("직원이 확인하고 주문을 취소했어요", NothingPaid, ""),
        _ => ("결제가 승인되지 않았어요", CancelledUnpaid, "결제 수단을 확인하고 다시 주문해 주세요."),
    };

    private static string RefundedTitle(string? reason) => reason switch
    {
        EndReason.AmountMismatch => "결제 금액이 주문과 달라 취소됐어요",
        EndReason.SettledByHand => "직원이 확인하고 주문을 취소했어요",
        _ => "주문이 취소됐어요",
    };

    private static string PointsBack(Order order) => order switch
    {
        { PointsUsed: 0 } or { Status: OrderStatus.Rejected } => "",
        { WasPaid: false } => $"사용하려던 포인트 {PointsText.Format(order.PointsUsed)}는 돌려드렸어요.",
        { AmountDueWon: 0 } => $"사용한 포인트 {PointsText.Format(order.PointsUsed)}를 모두 돌려드렸어요.",
        _ => $"사용한 포인트 {PointsText.Format(order.PointsUsed)}도 돌려드렸어요.",
    };

    private static string TakenBack(Order order) => order is { Status: OrderStatus.Refunded, TakenBackPoints: > 0 }
        ? $"적립됐던 포인트 {PointsText.Format(order.TakenBackPoints)}는 취소됐어요."
        : "";
}
