using KakaoWorkflow.Local.KakaoPay.Wire;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Local.KakaoPay;

/// <summary>The simulated contract.</summary>
internal sealed record KakaoPaySimulatorOptions
{
    /// <summary>The longest that a connection is held or a call is delayed, in seconds.</summary>
    public const int MaxWaitSeconds = 600;

    /// <summary>The key that calls must carry.</summary>
    public required Credential SecretKey { get; init; }

    /// <summary>The one CID that is served; KakaoPay's test CID by default.</summary>
    public string Cid { get; init; } = "TC0ONETIME";

    /// <summary>The CID secret that calls must carry, or null for a contract without one.</summary>
    public Credential? CidSecret { get; init; }

    /// <summary>
    /// How long a payment can be made and approved after <c>ready</c>, in seconds; 15 minutes by default.
    /// </summary>
    public int PaymentSeconds { get; init; } = WireLimits.PaymentSeconds;

    /// <summary>
    /// How long a connection that gets no answer is held before it is dropped, in seconds; 30 by default, so that a
    /// client's own time-out comes first.
    /// </summary>
    public int HoldSeconds { get; init; } = 30;

    /// <summary>The most that one payment may take, in won; more is refused with -797.</summary>
    public long MaxPaymentWon { get; init; } = 10_000_000;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(SecretKey);
        if (Cid is not { Length: WireLimits.Cid })
            throw new ArgumentException(
                $"{nameof(Cid)} must have {WireLimits.Cid} characters.", nameof(Cid));
        if (PaymentSeconds is < 1 or > 24 * 60 * 60)
            throw new ArgumentException($"{nameof(PaymentSeconds)} must be 1 to 86400.", nameof(PaymentSeconds));
        if (HoldSeconds is < 0 or > MaxWaitSeconds)
            throw new ArgumentException($"{nameof(HoldSeconds)} must be 0 to {MaxWaitSeconds}.", nameof(HoldSeconds));
        if (MaxPaymentWon is < 1 or > WireLimits.AmountWon)
            throw new ArgumentException(
                $"{nameof(MaxPaymentWon)} must be 1 to {WireLimits.AmountWon}.", nameof(MaxPaymentWon));
    }
}
