namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What DailyReport is called with; the schedule's own event has none of it.</summary>
/// <param name="Day">The day in Korea, as <c>2026-11-23</c>; null for yesterday.</param>
internal sealed record DailyReportCall(string? Day = null);
