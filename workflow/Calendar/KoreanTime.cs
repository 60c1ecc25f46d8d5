using System.Globalization;

namespace KakaoWorkflow.Calendar;

/// <summary>The clock on the wall in Korea, where the café and KakaoPay are: UTC+9, without summer time.</summary>
public static class KoreanTime
{
    /// <summary>What Korea's clock is ahead of UTC.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(9);

    /// <summary>An instant as Korea's clock shows it, to the second: <c>2026-11-23 12:15:36</c>.</summary>
    public static string Text(DateTimeOffset instant) => Of(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The same instant, as Korea's clock shows it.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);
}
