using System.Text.Json.Nodes;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>Judges what a function makes of KakaoPay's answers: money is taken for paid, declined or given back only where they say so.</summary>
internal static class MoneyJudge
{
    private static readonly string[] Failed = ["FAIL_AUTH_PASSWORD", "QUIT_PAYMENT", "FAIL_PAYMENT"];

    /// <summary>Adds what is wrong with the money to a verdict.</summary>
    public static void Check(Verdict verdict, string function, WorldOrder order)
    {
        var calls = verdict.Outcome.Calls.Where(call => call.Service == "kakaopay").ToList();
        verdict.Require(calls.Count(call => call.Operation == "approve") <= 1, ProblemKind.Write, "approve is sent twice");
        for (var index = 0; index < calls.Count; index++)
        {
            if (calls[index].Operation == "cancel")
                verdict.Require(index > 0 && IsPaid(calls[index - 1], calls[index]), ProblemKind.Write, "cancel is sent though nobody said that it is paid");
        }
        var last = ReplyFacts.Read(calls.LastOrDefault()?.Reply);
        switch (function)
        {
            case "ApprovePayment" or "ResolvePayment":
                CheckCapture(verdict, order, last, calls);
                break;
            case "RefundPayment" when verdict.Outcome.Error is null:
                var isBack = last is not null && last.Tid == order.Tid
                    && (calls[^1].Operation == "cancel"
                        || (last.OrderId == order.OrderId && (last.Status == PaymentStatus.CancelPayment.Name || Failed.Contains(last.Status))));
                verdict.Require(isBack, ProblemKind.WrongAnswer, "it says that money went back though nobody said so");
                break;
            case "PreparePayment" when verdict.Outcome.Result is { } result:
                CheckPrepared(verdict, JsonNode.Parse(result)!);
                break;
        }
    }

    private static void CheckCapture(Verdict verdict, WorldOrder order, ReplyFacts? last, List<Call> calls)
    {
        var isOurs = last is not null && last.Tid == order.Tid && last.OrderId == order.OrderId;
        if (verdict.Outcome.Result is { } result)
        {
            var isPaid = isOurs && last!.TotalWon == order.AmountDueWon && (calls[^1].Operation == "approve" || last.Status == PaymentStatus.SuccessPayment.Name);
            verdict.Require(
                isPaid && (long?)JsonNode.Parse(result)!["amountWon"] == order.AmountDueWon, ProblemKind.WrongAnswer, "it is taken for paid though nobody said so");
            return;
        }
        var status = calls.LastOrDefault()?.Operation == "order" && isOurs ? last!.Status : null;
        var isRight = verdict.Outcome.Error?.GetType().Name switch
        {
            "PaymentDeclinedException" => Failed.Contains(status) || status == PaymentStatus.CancelPayment.Name
                || (IsPending(status) && calls is [.., { Operation: "approve" }, _]),
            "PaymentExpiredException" or "PaymentNotCapturedException" => IsPending(status),
            _ => true,
        };
        verdict.Require(isRight, ProblemKind.WrongAnswer, $"{verdict.Outcome.Error?.GetType().Name} though KakaoPay did not say so");
    }

    private static bool IsPending(string? status) =>
        status is not null && new PaymentStatus(status).State == PaymentState.Pending;

    private static void CheckPrepared(Verdict verdict, JsonNode payment)
    {
        verdict.Require(
            (string?)payment["tid"] is { Length: > 0 and <= KakaoPayLimits.TidLength } tid && !string.IsNullOrWhiteSpace(tid),
            ProblemKind.WrongAnswer, "it is prepared under a tid that is none");
        foreach (var name in new[] { "redirectPcUrl", "redirectMobileUrl" })
        {
            verdict.Require(
                Uri.TryCreate((string?)payment[name], UriKind.Absolute, out var url)
                && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.AbsoluteUri.Length <= 2_048,
                ProblemKind.WrongAnswer, $"it sends customers to {name} = {(string?)payment[name]}");
        }
    }

    private static bool IsPaid(Call inquiry, Call cancel) =>
        inquiry.Operation == "order"
        && ReplyFacts.Read(inquiry.Reply) is { } facts
        && facts.Tid == (string?)JsonNode.Parse(cancel.Body)!["tid"]
        && (facts.Status == PaymentStatus.SuccessPayment.Name || facts.Status == PaymentStatus.PartCancelPayment.Name);
}
