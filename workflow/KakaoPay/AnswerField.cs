namespace KakaoWorkflow.KakaoPay;

/// <summary>What the fields of KakaoPay's answers can be.</summary>
internal static class AnswerField
{
    /// <summary>Whether a text can be an id: 1 to a number of visible ASCII characters.</summary>
    public static bool IsId(string text, int maxLength) =>
        text.Length >= 1 && text.Length <= maxLength && text.All(character => character is > ' ' and <= '~');

    /// <summary>Whether an amount can be one; null, where the answer may leave it out, can.</summary>
    public static bool IsAmount(PaymentAmount? amount) => amount is null or { TotalWon: >= 0 and <= KakaoPayLimits.AmountWon };

    /// <summary>Whether customers may be sent to an address: HTTPS, or plain HTTP on this machine, as the API itself.</summary>
    public static bool IsPage(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.UserInfo.Length == 0
        && url.AbsoluteUri.Length <= KakaoPayLimits.PageUrlLength;
}
