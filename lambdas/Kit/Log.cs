using Amazon.Lambda.Core;
using KakaoWorkflow.Board;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Reports;
using KakaoWorkflow.Review;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>Every message that the functions log, in one place, so that one look shows that none holds personal data or a token.</summary>
internal static class Log
{
    // AWS's limit of an error's name.
    private const int MaxErrorNameLength = 256;

    public static void Quoted(ILambdaLogger log, OrderId orderId, OrderQuote quote) => log.LogInformation(
        "Order {orderId} quoted: total {totalWon}, points {pointsUsed}, due {amountDueWon}",
        orderId, quote.TotalWon, quote.PointsUsed, quote.AmountDueWon);

    public static void Reserved(ILambdaLogger log, OrderId orderId) => log.LogInformation("Order {orderId} reserved", orderId);

    public static void Prepared(ILambdaLogger log, OrderId orderId, string tid) =>
        log.LogInformation("Order {orderId} prepared at KakaoPay as {tid}", orderId, tid);

    public static void Awaiting(ILambdaLogger log, OrderId orderId) =>
        log.LogInformation("Order {orderId} awaits its approval", orderId);

    public static void Approved(ILambdaLogger log, OrderId orderId, ApprovedPayment approval) =>
        log.LogInformation("Order {orderId} captured {amountWon} as {aid}", orderId, approval.AmountWon, approval.Aid ?? "(unnamed)");

    public static void Committed(ILambdaLogger log, OrderId orderId, long earnedPoints) =>
        log.LogInformation("Order {orderId} committed, earned {earnedPoints}", orderId, earnedPoints);

    public static void Released(ILambdaLogger log, OrderId orderId, string outcome) =>
        log.LogInformation("Order {orderId} released: {outcome}", orderId, outcome);

    public static void Refunded(ILambdaLogger log, OrderId orderId, long refundedWon) =>
        log.LogInformation("Order {orderId} refunded {refundedWon}", orderId, refundedWon);

    public static void NeedsOperator(ILambdaLogger log, OrderId orderId, string failedStep, string error) =>
        log.LogError("Order {orderId} needs an operator: {failedStep} failed with {error}", orderId, failedStep,
            error.Length <= MaxErrorNameLength ? error : error[..MaxErrorNameLength]);

    public static void CallbackSettled(ILambdaLogger log, OrderId orderId, string kind, string settlement) =>
        log.LogInformation("Callback {kind} of order {orderId}: {settlement}", kind, orderId, settlement);

    public static void MessageFailed(ILambdaLogger log, string messageId, Exception error) =>
        log.LogWarning("Message {messageId} is to be delivered again: {error}", messageId, Describe(error));

    public static void OnBoard(ILambdaLogger log, OrderId orderId, bool added) =>
        log.LogInformation("Order {orderId} on the board: {added}", orderId, added);

    public static void MovedOnBoard(ILambdaLogger log, OrderId orderId, string move, MoveOutcome outcome) =>
        log.LogInformation("Order {orderId} on the board, {move}: {outcome}", orderId, move, outcome);

    public static void SkillRefused(ILambdaLogger log, string skill, string reason) =>
        log.LogWarning("Skill {skill} refused: {reason}", skill, reason);

    public static void SkillFailed(ILambdaLogger log, string skill, Exception error) =>
        log.LogError("Skill {skill} failed: {error}", skill, Describe(error));

    public static void RedirectRefused(ILambdaLogger log, string reason) => log.LogWarning("Redirect refused: {reason}", reason);

    public static void RedirectFailed(ILambdaLogger log, Exception error) =>
        log.LogError("Redirect failed: {error}", Describe(error));

    public static void RefundSettled(ILambdaLogger log, Refund refund) => log.LogInformation(
        "Refund {number} of order {orderId} settled: {cashWon} won, {points} points back, {earnedPoints} taken back",
        refund.Number, refund.OrderId, refund.Parts.CashWon, refund.Parts.Points, refund.Parts.EarnedPoints);

    public static void RefundAsked(ILambdaLogger log, OrderId orderId, RefundOutcome outcome) =>
        log.LogInformation("Refund of order {orderId}: {outcome}", orderId, outcome);

    public static void Resumed(ILambdaLogger log, OrderId orderId, ResumeOutcome outcome) =>
        log.LogInformation("Resume of order {orderId}: {outcome}", orderId, outcome);

    public static void Settled(ILambdaLogger log, OrderId orderId, SettleOutcome outcome) =>
        log.LogInformation("Order {orderId} settled by hand: {outcome}", orderId, outcome);

    public static void Reconciled(ILambdaLogger log, ReconciledOrder order)
    {
        if (order.Finding is ReconcileFinding.NeedsPerson)
            log.LogError("Order {orderId} needs a person: {detail}", order.OrderId, order.Detail ?? "");
        else
            log.LogInformation("Order {orderId} reconciled: {finding} {detail}", order.OrderId, order.Finding, order.Detail ?? "");
    }

    /// <summary>A metric filter of the template reads <c>attentionKind</c> and <c>openMatters</c>.</summary>
    public static void Attention(ILambdaLogger log, string kind, int count) =>
        log.LogInformation("Attention {attentionKind}: {openMatters} open", kind, count);

    public static void DailyReport(ILambdaLogger log, DailyReport report)
    {
        if (report.IsClean)
            log.LogInformation("Books of {day}: {orders} orders, 0 differences", report.Day, report.Orders);
        else
            log.LogError("Books of {day}: {differences} differences, complete {complete}", report.Day, report.Differences.Count, report.IsComplete);
    }

    /// <summary>The type and where it was thrown; messages of foreign exceptions may repeat what a customer sent.</summary>
    private static string Describe(Exception error) => $"{error.GetType().Name}\n{error.StackTrace}";
}
