using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KakaoWorkflow.Emulator.Deployment.Schedules;

/// <summary>When a schedule runs: <c>rate(5 minutes)</c> or <c>cron(0 9 * * ? *)</c>, as EventBridge writes them.</summary>
internal sealed partial class ScheduleExpression
{
    private readonly TimeSpan? _rate;
    private readonly CronExpression? _cron;

    private ScheduleExpression(string text, TimeSpan? rate, CronExpression? cron) => (Text, _rate, _cron) = (text, rate, cron);

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>Parses an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="expression">The result, when it is one.</param>
    /// <param name="problem">What is wrong, when it is not.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out ScheduleExpression? expression, [NotNullWhen(false)] out string? problem)
    {
        (expression, problem) = (null, null);
        if (Rate().Match(text) is { Success: true } rate)
            problem = ParseRate(text, rate, out expression);
        else if (Cron().Match(text) is { Success: true } cron)
            expression = CronExpression.TryParse(cron.Groups["fields"].Value, out var parsed, out problem) ? new ScheduleExpression(text, null, parsed) : null;
        else
            problem = $"'{text}' must be rate(…) or cron(…).";
        return problem is null;
    }

    /// <summary>The first moment after another at which the schedule runs, or null when there is none any more.</summary>
    /// <param name="after">For a rate: the run before, or the moment when the schedule was made.</param>
    /// <param name="zone">In which time zone a cron expression is read.</param>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone) => _rate is { } rate ? after + rate : _cron!.Next(after, zone);

    /// <inheritdoc />
    public override string ToString() => Text;

    private static string? ParseRate(string text, Match rate, out ScheduleExpression? expression)
    {
        expression = null;
        if (!int.TryParse(rate.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
            return $"'{text}': the number must be from 1 to {int.MaxValue}.";
        var unit = rate.Groups["unit"].Value;
        if (unit.EndsWith('s') != count > 1)
            return $"'{text}': the unit is singular exactly for 1.";
        expression = new ScheduleExpression(
            text,
            unit.TrimEnd('s') switch
            {
                "minute" => TimeSpan.FromMinutes((long)count),
                "hour" => TimeSpan.FromHours(count),
                _ => TimeSpan.FromDays(Math.Min(count, 1_000_000)),
            },
            null);
        return null;
    }

    [GeneratedRegex(@"^rate\((?<count>\d{1,10}) (?<unit>minutes?|hours?|days?)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^cron\((?<fields>[^()]{1,256})\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cron();
}
