using KakaoWorkflow.Local.KakaoPay.Wire;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>
/// What the customer can do to a payment. Each step leaves an ended, expired or captured payment as it is.
/// </summary>
internal static class CustomerRules
{
    public static Payment Open(Payment payment, bool onPc, DateTimeOffset now) =>
        CanStillPay(payment, now) && (payment.Stage == WireStatus.Ready || payment.Stage == WireStatus.SendTms)
            ? payment with { Stage = onPc ? WireStatus.SendTms : WireStatus.OpenPayment }
            : payment;

    public static Payment Authenticate(Payment payment, string? method, DateTimeOffset now) =>
        CanStillPay(payment, now) && payment.Stage != WireStatus.AuthPassword
            ? payment with { Stage = WireStatus.AuthPassword, Method = payment.OnlyMethod ?? method ?? "MONEY" }
            : payment;

    public static Payment Quit(Payment payment, DateTimeOffset now) => End(payment, WireStatus.QuitPayment, now);

    public static Payment FailAuthentication(Payment payment, DateTimeOffset now) =>
        End(payment, WireStatus.FailAuthPassword, now);

    public static Payment Expire(Payment payment, DateTimeOffset now) =>
        CanStillPay(payment, now) ? payment with { ExpiresAt = now } : payment;

    /// <summary>Where the browser goes now; null while the customer still has something to do.</summary>
    public static string? Exit(Payment payment, DateTimeOffset now)
    {
        if (payment.IsCaptured)
            return WithToken(payment.ApprovalUrl, payment.PgToken);
        if (payment.Stage == WireStatus.QuitPayment)
            return payment.CancelUrl;
        if (WireStatus.IsFailed(payment.Stage) || payment.IsExpired(now))
            return payment.FailUrl;
        return payment.Stage == WireStatus.AuthPassword ? WithToken(payment.ApprovalUrl, payment.PgToken) : null;
    }

    private static Payment End(Payment payment, string stage, DateTimeOffset now) =>
        CanStillPay(payment, now) && payment.Scheduled is null ? payment with { Stage = stage } : payment;

    private static bool CanStillPay(Payment payment, DateTimeOffset now) =>
        !payment.IsCaptured && !payment.IsExpired(now) && WireStatus.IsPending(payment.Stage);

    private static string WithToken(string url, Credential token)
    {
        var fragment = url.IndexOf('#');
        var (address, tail) = fragment < 0 ? (url, "") : (url[..fragment], url[fragment..]);
        return $"{address}{(address.Contains('?') ? '&' : '?')}pg_token={token.Reveal()}{tail}";
    }
}
