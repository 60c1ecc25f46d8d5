namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// KakaoPay's documented limits, checked before a request leaves. Each error names the field as the API spells it and
/// never repeats its value.
/// </summary>
internal static class FieldCheck
{
    public static void Text(string? value, string field, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException($"{field} is empty.", field);
        OptionalText(value, field, maxLength);
    }

    public static void OptionalText(string? value, string field, int maxLength)
    {
        if (value?.Length > maxLength)
            throw new ArgumentException($"{field} has {value.Length} characters; KakaoPay takes {maxLength}.", field);
    }

    public static void Url(Uri? value, string field)
    {
        if (value is not { IsAbsoluteUri: true }
            || (value.Scheme != Uri.UriSchemeHttps && value.Scheme != Uri.UriSchemeHttp))
            throw new ArgumentException($"{field} must be an absolute HTTP address.", field);
        OptionalText(value.OriginalString, field, KakaoPayLimits.UrlLength);
    }

    public static void Range(long? value, string field, long min, long max)
    {
        if (value < min || value > max)
            throw new ArgumentException($"{field} is {value}; it must be {min} to {max}.", field);
    }
}
