using System.Diagnostics.CodeAnalysis;

namespace KakaoWorkflow.Emulator.Deployment.Schedules;

/// <summary>
/// The six fields of EventBridge: minutes, hours, day of month, month, day of week (1 or SUN to 7 or SAT), year.
/// One of the two day fields is <c>?</c>.
/// </summary>
internal sealed class CronExpression
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _months;
    private readonly CronField _years;
    private readonly CronDays _days;

    private CronExpression(CronField minutes, CronField hours, CronDays days, CronField months, CronField years) =>
        (_minutes, _hours, _days, _months, _years) = (minutes, hours, days, months, years);

    public static bool TryParse(
        string text, [NotNullWhen(true)] out CronExpression? expression, [NotNullWhen(false)] out string? problem)
    {
        expression = null;
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6)
        {
            problem = "a cron expression has six fields.";
            return false;
        }
        try
        {
            expression = new CronExpression(
                CronField.Parse("minutes", fields[0], 0, 59, []),
                CronField.Parse("hours", fields[1], 0, 23, []),
                CronDays.Parse(fields[2], fields[4]),
                CronField.Parse("month", fields[3], 1, 12, Months),
                CronField.Parse("year", fields[5], FirstYear, LastYear, []));
            problem = null;
            return true;
        }
        catch (FormatException error)
        {
            problem = error.Message;
            return false;
        }
    }

    /// <summary>A local time that a change of clocks skips does not run; one that it repeats runs once, the first time.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        for (var day = DateOnly.FromDateTime(local); day.Year <= LastYear; day = Following(day))
        {
            if (!_years.Has(day.Year) || !_months.Has(day.Month) || !_days.Has(day))
                continue;
            foreach (var hour in _hours.Values)
            {
                foreach (var minute in _minutes.Values)
                {
                    var moment = day.ToDateTime(new TimeOnly(hour, minute));
                    if (zone.IsInvalidTime(moment))
                        continue;
                    var candidate = new DateTimeOffset(moment, Offset(moment, zone));
                    if (candidate > after)
                        return candidate.ToUniversalTime();
                }
            }
        }
        return null;
    }

    private DateOnly Following(DateOnly day) =>
        _years.Has(day.Year) ? day.AddDays(1) : new DateOnly(day.Year + 1, 1, 1);

    private static TimeSpan Offset(DateTime moment, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(moment) ? zone.GetAmbiguousTimeOffsets(moment).Max() : zone.GetUtcOffset(moment);
}
