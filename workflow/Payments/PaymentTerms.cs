namespace KakaoWorkflow.Payments;

/// <summary>The gateway's times, by which a pending payment is told from one that is over.</summary>
public static class PaymentTerms
{
    /// <summary>How long an approval is taken after the preparation: KakaoPay's time (published at its developer forum), and as long for any gateway.</summary>
    public static readonly TimeSpan ApprovalWindow = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How much longer a pending payment is believed to be possible: for clocks that differ and for an approval that was
    /// sent in time and is still on its way.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Whether a payment that the gateway still shows as pending can no longer be captured.</summary>
    public static bool IsOver(DateTimeOffset readyAt, DateTimeOffset now) => now - readyAt > ApprovalWindow + Grace;
}
