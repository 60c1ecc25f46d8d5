using System.Text.Json.Serialization;

namespace KakaoWorkflow.Paying;

/// <summary>What the PreparePayment step answers; it travels with the execution as <c>$.payment</c>.</summary>
/// <param name="Tid">KakaoPay's transaction.</param>
/// <param name="RedirectPcUrl">Where a PC browser pays.</param>
/// <param name="RedirectMobileUrl">Where a phone pays.</param>
/// <param name="ReadyAt">When it was prepared, by our clock; KakaoPay's 15 minutes are counted from it.</param>
/// <param name="Cid">
/// The shop's code that it was prepared with; null where an earlier version prepared it. It is written even then, since the state
/// machine selects it.
/// </param>
public sealed record PreparedPayment(
    string Tid, string RedirectPcUrl, string RedirectMobileUrl, DateTimeOffset ReadyAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Cid = null);
