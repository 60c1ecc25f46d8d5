namespace KakaoWorkflow.Pricing;

/// <summary>A price, or the reason why there is none.</summary>
/// <param name="Price">Null when refused.</param>
/// <param name="RejectionCode">A code of <see cref="Rejection"/>; null when priced.</param>
public readonly record struct PricingResult(Price? Price, string? RejectionCode)
{
    /// <summary>A refusal.</summary>
    public static PricingResult Refused(string code) => new(null, code);
}
