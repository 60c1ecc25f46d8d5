using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Reports;

/// <summary>
/// A day's report that nobody has to read unless something is wrong: one with a difference, one that is not complete and one that
/// failed open the matter <see cref="AttentionKind.ReportUnclean"/> of the day, and a clean one closes it.
/// </summary>
public sealed class WatchedReport(ReportDay report, AttentionRecords records)
{
    /// <summary>Makes the report of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="until">From when on nothing further is looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DailyReport> RunAsync(BookDay day, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var watch = new WatchedRun(records, AttentionKind.ReportUnclean, day.ToString());
        return await watch.RunAsync(() => report.RunAsync(day, until, cancellationToken), WhatIsWrong);
    }

    private static string? WhatIsWrong(DailyReport made) => made.IsClean
        ? null
        : $"{made.Differences.Count} differences{(made.IsComplete ? "" : ", not everything was looked at")}"
            + (made.Differences.Count > 0 ? $"; the first: {made.Differences[0]}" : "");
}
