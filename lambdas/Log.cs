using Amazon.Lambda.Core;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Lambdas;

/// <summary>Every message that the functions log, in one place, so that one look shows that none holds personal data or a token.</summary>
internal static class Log
{
    public static void Quoted(ILambdaLogger log, string orderId, OrderQuote quote) => log.LogInformation(
        "Order {orderId} quoted: total {totalWon}, points {pointsUsed}, due {amountDueWon}",
        orderId, quote.TotalWon, quote.PointsUsed, quote.AmountDueWon);

    public static void Reserved(ILambdaLogger log, string orderId) => log.LogInformation("Order {orderId} reserved", orderId);

    public static void Prepared(ILambdaLogger log, string orderId, string tid) =>
        log.LogInformation("Order {orderId} prepared at KakaoPay as {tid}", orderId, tid);

    public static void Awaiting(ILambdaLogger log, string orderId) =>
        log.LogInformation("Order {orderId} awaits its approval", orderId);

    public static void Approved(ILambdaLogger log, string orderId, ApprovedPayment approval) =>
        log.LogInformation("Order {orderId} captured {amountWon} as {aid}", orderId, approval.AmountWon, approval.Aid ?? "(unnamed)");

    public static void Committed(ILambdaLogger log, string orderId, long earnedPoints) =>
        log.LogInformation("Order {orderId} committed, earned {earnedPoints}", orderId, earnedPoints);

    public static void Released(ILambdaLogger log, string orderId, string outcome) =>
        log.LogInformation("Order {orderId} released: {outcome}", orderId, outcome);

    public static void Refunded(ILambdaLogger log, string orderId, long refundedWon) =>
        log.LogInformation("Order {orderId} refunded {refundedWon}", orderId, refundedWon);

    public static void NeedsOperator(ILambdaLogger log, string orderId, string failedStep, string error) =>
        log.LogError("Order {orderId} needs an operator: {failedStep} failed with {error}", orderId, failedStep, error);

    public static void CallbackSettled(ILambdaLogger log, string orderId, string kind, string settlement) =>
        log.LogInformation("Callback {kind} of order {orderId}: {settlement}", kind, orderId, settlement);

    public static void MessageFailed(ILambdaLogger log, string messageId, Exception error) =>
        log.LogWarning("Message {messageId} is to be delivered again: {error}", messageId, Describe(error));

    public static void OnBoard(ILambdaLogger log, string orderId, bool added) =>
        log.LogInformation("Order {orderId} on the board: {added}", orderId, added);

    public static void SkillRefused(ILambdaLogger log, string skill, string reason) =>
        log.LogWarning("Skill {skill} refused: {reason}", skill, reason);

    public static void SkillFailed(ILambdaLogger log, string skill, Exception error) =>
        log.LogError("Skill {skill} failed: {error}", skill, Describe(error));

    public static void RedirectRefused(ILambdaLogger log, string reason) => log.LogWarning("Redirect refused: {reason}", reason);

    public static void RedirectFailed(ILambdaLogger log, Exception error) =>
        log.LogError("Redirect failed: {error}", Describe(error));

    /// <summary>The type and where it was thrown; messages of foreign exceptions may repeat what a customer sent.</summary>
    private static string Describe(Exception error) => $"{error.GetType().Name}\n{error.StackTrace}";
}
