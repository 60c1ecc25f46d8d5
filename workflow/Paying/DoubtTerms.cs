namespace KakaoWorkflow.Paying;

/// <summary>How long a doubt about money is nobody's matter but KakaoPay's, and how often it is asked afterwards.</summary>
public static class DoubtTerms
{
    /// <summary>
    /// From this age on a doubt waits for a person as well, whether money was captured or whether it went back. A payment's age is
    /// counted from its preparation: KakaoPay's time for the approval is over by then.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>How often the reconciler asks about a doubt of which a person has known for <see cref="Patience"/>, or a refund that waits for a person.</summary>
    public static readonly TimeSpan AskingInterval = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How often the cancel of a paid order's refund may be refused for good, with a minute between, before it waits for a person: a
    /// bank may be back in a minute, and no person is needed for that. <see cref="RefundPayment"/> opens its matter at the first one.
    /// </summary>
    public const int MaxQuickRefusals = 3;

    /// <summary>Whether a doubt is so old that a person should know.</summary>
    public static bool IsOld(DateTimeOffset since, DateTimeOffset now) => now - since > Patience;
}
