using System.Text.Json.Serialization;

namespace KakaoWorkflow.Payments;

/// <summary>A payment that was captured; it travels with the execution as <c>$.approval</c>.</summary>
/// <param name="Aid">
/// The gateway's id of the capture; null when only an inquiry told of the capture and named none. It is written even then, since the
/// state machine selects it, and a path that finds nothing would fail an execution that has taken money.
/// </param>
/// <param name="AmountWon">What was captured.</param>
public sealed record ApprovedPayment(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Aid, long AmountWon);
