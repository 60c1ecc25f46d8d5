using KakaoWorkflow.Attention;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Reports;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>The three-way check of a day's books; its rules are in <see cref="WatchedReport"/> and <see cref="ReportDay"/>.</summary>
internal static class DailyReportFunction
{
    /// <summary>The share of the function's time after which it looks at nothing further; the rest is for what has begun.</summary>
    private const double TimeToLook = 0.9;

    public static FunctionHandler Create(FunctionServices services)
    {
        var time = services.Time;
        var report = new WatchedReport(new ReportDay(services.Table, services.Gateway, time), new AttentionRecords(services.Table, time));
        return JsonFunction.Of<DailyReportCall, DailyReport>(services, async (input, context, token) =>
        {
            var day = BookDay.Of(time.GetUtcNow().AddDays(-1));
            if (input.Day is { } text && !BookDay.TryParse(text, out day))
                throw new ArgumentException("day must be a date as 2026-11-23.", nameof(input));
            var made = await report.RunAsync(day, time.GetUtcNow() + (context.RemainingTime * TimeToLook), token);
            Log.DailyReport(context.Logger, made);
            return made;
        });
    }

    /// <summary>The schedule's own event has none of it.</summary>
    /// <param name="Day">The day in Korea, as <c>2026-11-23</c>; null for yesterday.</param>
    internal sealed record DailyReportCall(string? Day = null);
}
