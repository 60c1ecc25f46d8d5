using System.Globalization;

namespace KakaoWorkflow.Local.KakaoPay.Wire;

/// <summary>Times as KakaoPay writes them: Korea's, to the second, without an offset.</summary>
internal static class WireTime
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static string Format(DateTimeOffset time) => time.ToOffset(Korea).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
