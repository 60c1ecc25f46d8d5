using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Review;

/// <summary>What a person has found in KakaoPay's own pages.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="As">One of <see cref="SettledAs"/>.</param>
/// <param name="By">Who looked; 1 to <see cref="ResumeOrder.MaxTextLength"/> characters.</param>
/// <param name="Why">What was seen; 1 to <see cref="ResumeOrder.MaxTextLength"/> characters.</param>
public sealed record SettleRequest(OrderId OrderId, string As, string By, string Why)
{
    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentException">One is not as documented; the message names it.</exception>
    public void Validate()
    {
        if (!SettledAs.All.Contains(As))
            throw new ArgumentException($"as must be one of {string.Join(", ", SettledAs.All)}.", "as");
        Check(By, "by");
        Check(Why, "why");
    }

    private static void Check(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > ResumeOrder.MaxTextLength)
            throw new ArgumentException($"{name} must have 1 to {ResumeOrder.MaxTextLength} characters.", name);
    }
}
