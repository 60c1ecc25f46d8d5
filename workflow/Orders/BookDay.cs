using System.Globalization;
using KakaoWorkflow.Calendar;

namespace KakaoWorkflow.Orders;

/// <summary>A day of the café's books, which run by Korea's clock.</summary>
/// <param name="Date">The date in Korea.</param>
public readonly record struct BookDay(DateOnly Date)
{
    /// <summary>Over how many keys the orders of a day are spread in the index of ended orders.</summary>
    public const int Shards = 8;

    private const int FirstYear = 2000;
    private const int LastYear = 2999;
    private const string RefundPrefix = "REFUND#";
    private const string Pattern = "yyyy-MM-dd";

    /// <summary>When the day begins.</summary>
    public DateTimeOffset Start => new(Date.ToDateTime(TimeOnly.MinValue), KoreanTime.Offset);

    /// <summary>When the next day begins.</summary>
    public DateTimeOffset End => Start.AddDays(1);

    /// <summary>The keys of the day in the index of ended orders.</summary>
    public IEnumerable<string> AllShards
    {
        get
        {
            var day = ToString();
            return Enumerable.Range(0, Shards).Select(shard => Key(day, shard));
        }
    }

    /// <summary>The day of an instant.</summary>
    public static BookDay Of(DateTimeOffset instant) => new(DateOnly.FromDateTime(KoreanTime.Of(instant).DateTime));

    /// <summary>Reads a day, as <c>2026-11-23</c>, of the years 2000 to 2999.</summary>
    public static bool TryParse(string? text, out BookDay day)
    {
        var read = DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= FirstYear and <= LastYear;
        day = new BookDay(date);
        return read;
    }

    /// <summary>The keys of the day's refunds in the same index, beside its orders.</summary>
    public IEnumerable<string> AllRefundShards => AllShards.Select(shard => RefundPrefix + shard);

    /// <summary>The key under which an order of this day is in the index of ended orders.</summary>
    public string Shard(OrderId orderId)
    {
        var hash = 0u;
        foreach (var character in orderId.ToString())
            hash = unchecked((hash * 31) + character);
        return Key(ToString(), (int)(hash % Shards));
    }

    /// <summary>The key under which a refund that was settled on this day is in that index.</summary>
    public string RefundShard(OrderId orderId) => RefundPrefix + Shard(orderId);

    /// <summary>As <c>2026-11-23</c>.</summary>
    public override string ToString() => Date.ToString(Pattern, CultureInfo.InvariantCulture);

    private static string Key(string day, int shard) => string.Create(CultureInfo.InvariantCulture, $"{day}#{shard}");
}
