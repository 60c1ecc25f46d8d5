using KakaoWorkflow.Orders;
using KakaoWorkflow.Reports;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>The three-way check of a day's books; its rules are in <see cref="ReportDay"/>.</summary>
internal static class DailyReportFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (report, time) = (new ReportDay(services.Table, services.KakaoPay, services.Time), services.Time);
        return JsonFunction.Of<DailyReportCall, DailyReport>(async (input, context) =>
        {
            var day = BookDay.Of(time.GetUtcNow().AddDays(-1));
            if (input.Day is { } text && !BookDay.TryParse(text, out day))
                throw new ArgumentException("day must be a date as 2026-11-23.", nameof(input));
            var made = await report.RunAsync(day, CancellationToken.None);
            Log.DailyReport(context.Logger, made);
            return made;
        });
    }
}
