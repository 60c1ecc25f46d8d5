using KakaoWorkflow.KakaoPay;

namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>
/// What the customer can do to a payment. Each step leaves an ended, expired or captured payment as it is.
/// </summary>
internal static class CustomerRules
{
    public static Payment Open(Payment payment, bool onPc, DateTimeOffset now) =>
        CanStillPay(payment, now) && (payment.Stage == PaymentStatus.Ready || payment.Stage == PaymentStatus.SendTms)
            ? payment with { Stage = onPc ? PaymentStatus.SendTms : PaymentStatus.OpenPayment }
            : payment;

    public static Payment Authenticate(Payment payment, string? method, DateTimeOffset now) =>
        CanStillPay(payment, now) && payment.Stage != PaymentStatus.AuthPassword
            ? payment with { Stage = PaymentStatus.AuthPassword, Method = payment.OnlyMethod ?? method ?? "MONEY" }
            : payment;

    public static Payment Quit(Payment payment, DateTimeOffset now) => End(payment, PaymentStatus.QuitPayment, now);

    public static Payment FailAuthentication(Payment payment, DateTimeOffset now) =>
        End(payment, PaymentStatus.FailAuthPassword, now);

    public static Payment Expire(Payment payment, DateTimeOffset now) =>
        CanStillPay(payment, now) ? payment with { ExpiresAt = now } : payment;

    /// <summary>Where the browser goes now; null while the customer still has something to do.</summary>
    public static string? Exit(Payment payment, DateTimeOffset now)
    {
        if (payment.IsCaptured)
            return WithToken(payment.ApprovalUrl, payment.PgToken);
        if (payment.Stage == PaymentStatus.QuitPayment)
            return payment.CancelUrl;
        if (payment.Stage.Class == PaymentStatusClass.Failed || payment.IsExpired(now))
            return payment.FailUrl;
        return payment.Stage == PaymentStatus.AuthPassword ? WithToken(payment.ApprovalUrl, payment.PgToken) : null;
    }

    private static Payment End(Payment payment, PaymentStatus stage, DateTimeOffset now) =>
        CanStillPay(payment, now) && payment.Scheduled is null ? payment with { Stage = stage } : payment;

    private static bool CanStillPay(Payment payment, DateTimeOffset now) =>
        !payment.IsCaptured && !payment.IsExpired(now) && payment.Stage.Class == PaymentStatusClass.Pending;

    private static string WithToken(string url, PgToken token)
    {
        var fragment = url.IndexOf('#');
        var (address, tail) = fragment < 0 ? (url, "") : (url[..fragment], url[fragment..]);
        return $"{address}{(address.Contains('?') ? '&' : '?')}pg_token={token.Value}{tail}";
    }
}
