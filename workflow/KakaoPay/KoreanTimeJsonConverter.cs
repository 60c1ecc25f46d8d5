using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KakaoWorkflow.Calendar;

namespace KakaoWorkflow.KakaoPay;

/// <summary>KakaoPay's times are Korea's and say no offset: <c>2026-01-31T23:59:59</c>.</summary>
public sealed class KoreanTimeJsonConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";
    private const string FormatWithFraction = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    /// <summary>The time as KakaoPay writes it; fractions of a second are cut off.</summary>
    public static string ToText(DateTimeOffset time) =>
        KoreanTime.Of(time).ToString(Format, CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && DateTime.TryParseExact(
            reader.GetString(),
            [Format, FormatWithFraction],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var local)
        // The first hours of year 1 in Korea lie before what a time can be.
        && local.Year > 1
            ? new DateTimeOffset(local, KoreanTime.Offset)
            : throw new JsonException($"A KakaoPay time has the form {Format}.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(ToText(value));
}
