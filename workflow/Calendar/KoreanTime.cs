namespace KakaoWorkflow.Calendar;

/// <summary>The clock on the wall in Korea, where the café and KakaoPay are: UTC+9, without summer time.</summary>
public static class KoreanTime
{
    /// <summary>What Korea's clock is ahead of UTC.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(9);

    /// <summary>The same instant, as Korea's clock shows it.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);
}
