namespace KakaoWorkflow.Quoting;

/// <summary>What the Quote step answers; it travels with the execution as <c>$.quote</c>.</summary>
/// <param name="MemberId">Whose order; says nothing of the phone number.</param>
/// <param name="ItemName">The lines in a few words.</param>
/// <param name="Quantity">How many pieces.</param>
/// <param name="TotalWon">The sum of the lines.</param>
/// <param name="PointsUsed">How much of it points pay.</param>
/// <param name="AmountDueWon">What KakaoPay collects.</param>
public sealed record OrderQuote(string MemberId, string ItemName, int Quantity, long TotalWon, long PointsUsed, long AmountDueWon);
