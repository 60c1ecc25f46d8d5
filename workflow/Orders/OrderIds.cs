using System.Globalization;
using KakaoWorkflow.Calendar;

namespace KakaoWorkflow.Orders;

/// <summary>Makes order numbers: short enough to read out at a counter, unguessable enough for a link.</summary>
/// <param name="time">Gives the day in Korea.</param>
/// <param name="fillRandom">Fills a span with random bytes: the rest.</param>
public sealed class OrderIds(TimeProvider time, Action<Span<byte>> fillRandom)
{
    // Crockford's base 32: no I, L, O, U, which read like other characters or spell words.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new number: month and day in Korea, then 40 random bits, for example <c>1123-7K2QX9MT</c>.</summary>
    public OrderId Next()
    {
        Span<byte> bytes = stackalloc byte[8];
        fillRandom(bytes);
        Span<char> tail = stackalloc char[8];
        for (var index = 0; index < tail.Length; index++)
            tail[index] = Alphabet[bytes[index] & 31];
        return OrderId.Parse(string.Create(CultureInfo.InvariantCulture, $"{KoreanTime.Of(time.GetUtcNow()):MMdd}-{tail}"));
    }
}
