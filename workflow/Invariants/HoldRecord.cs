namespace KakaoWorkflow.Invariants;

/// <summary>A hold as it was read.</summary>
/// <param name="MemberId">Whose points.</param>
/// <param name="OrderId">For which order.</param>
/// <param name="State">One of <see cref="KakaoWorkflow.Points.HoldState"/>.</param>
/// <param name="Points">How many.</param>
public sealed record HoldRecord(string MemberId, string OrderId, string State, long Points);
