using System.Globalization;
using KakaoWorkflow.Calendar;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Instants as commands print them: in Korea's time, since the café's day is Korea's.</summary>
internal static class KoreanTimeText
{
    /// <summary>For example <c>2026-11-23 12:15:36 +09:00</c>.</summary>
    public static string Of(DateTimeOffset instant) =>
        KoreanTime.Of(instant).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
