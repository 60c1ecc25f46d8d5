namespace KakaoWorkflow.Payments;

/// <summary>A payment that was captured; it travels with the execution as <c>$.approval</c>.</summary>
/// <param name="Aid">KakaoPay's approval id; null when only an inquiry told of the capture and named none.</param>
/// <param name="AmountWon">What was captured.</param>
public sealed record ApprovedPayment(string? Aid, long AmountWon);
