using System.Globalization;

namespace KakaoWorkflow.Emulator.Deployment.Schedules;

/// <summary>The two day fields of a cron expression, of which one is <c>?</c>.</summary>
internal sealed class CronDays
{
    private const string DayOfMonth = "day of month";
    private const string DayOfWeek = "day of week";
    private const int MaxDay = 31;
    private const int DaysInWeek = 7;

    private static readonly string[] Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly Func<DateOnly, bool> _matches;

    private CronDays(Func<DateOnly, bool> matches) => _matches = matches;

    public bool Has(DateOnly day) => _matches(day);

    /// <exception cref="FormatException">A field is wrong; the message names it.</exception>
    public static CronDays Parse(string ofMonth, string ofWeek)
    {
        if (ofMonth == "?" == (ofWeek == "?"))
            throw new FormatException($"exactly one of the cron fields '{DayOfMonth}' and '{DayOfWeek}' must be '?'.");
        return new CronDays(ofWeek == "?" ? Month(ofMonth) : Week(ofWeek));
    }

    private static Func<DateOnly, bool> Month(string text)
    {
        if (text == "L")
            return day => day.Day == DaysIn(day);
        if (text is "LW" or "WL")
            return day => day == NearestWeekday(day, DaysIn(day));
        if (text.EndsWith('W'))
        {
            var target = Number(DayOfMonth, text, text[..^1], MaxDay);
            return day => target <= DaysIn(day) && day == NearestWeekday(day, target);
        }
        var field = CronField.Parse(DayOfMonth, text, 1, MaxDay, []);
        return day => field.Has(day.Day);
    }

    private static Func<DateOnly, bool> Week(string text)
    {
        if (text == "L")
            return day => day.DayOfWeek == System.DayOfWeek.Saturday;
        if (text.EndsWith('L'))
        {
            var last = Weekday(text, text[..^1]);
            return day => Number(day) == last && day.Day + DaysInWeek > DaysIn(day);
        }
        if (text.Split('#') is [var name, var which])
        {
            var weekday = Weekday(text, name);
            var ordinal = Number(DayOfWeek, text, which, 5);
            return day => Number(day) == weekday && ((day.Day - 1) / DaysInWeek) + 1 == ordinal;
        }
        var field = CronField.Parse(DayOfWeek, text, 1, DaysInWeek, Names);
        return day => field.Has(Number(day));
    }

    private static DateOnly NearestWeekday(DateOnly day, int target)
    {
        var aim = new DateOnly(day.Year, day.Month, target);
        return aim.DayOfWeek switch
        {
            System.DayOfWeek.Saturday => target == 1 ? aim.AddDays(2) : aim.AddDays(-1),
            System.DayOfWeek.Sunday => target == DaysIn(day) ? aim.AddDays(-2) : aim.AddDays(1),
            _ => aim,
        };
    }

    private static int Weekday(string text, string name)
    {
        var named = Array.IndexOf(Names, name.ToUpperInvariant());
        return named >= 0 ? named + 1 : Number(DayOfWeek, text, name, DaysInWeek);
    }

    private static int Number(string field, string text, string digits, int most) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new FormatException($"the cron field '{field}' cannot be '{text}'.");

    private static int Number(DateOnly day) => (int)day.DayOfWeek + 1;

    private static int DaysIn(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);
}
