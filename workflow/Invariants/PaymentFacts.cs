namespace KakaoWorkflow.Invariants;

/// <summary>What KakaoPay says of a payment.</summary>
/// <param name="CapturedWon">What was captured, whatever went back later.</param>
/// <param name="CancelledWon">What went back.</param>
/// <param name="Captures">How often money was captured.</param>
public sealed record PaymentFacts(long CapturedWon, long CancelledWon, int Captures)
{
    /// <summary>What the café has of it.</summary>
    public long KeptWon => CapturedWon - CancelledWon;
}
