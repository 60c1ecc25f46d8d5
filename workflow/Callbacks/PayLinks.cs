using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Callbacks;

/// <summary>
/// Makes and checks the addresses of an order's payment. Each carries a signature over the order and the kind, so that
/// knowing an order's number, or one of its addresses, does not give another one.
/// </summary>
public sealed class PayLinks
{
    /// <summary>The longest address that KakaoPay takes for its redirects, in characters.</summary>
    public const int MaxUrlLength = 255;

    /// <summary>The query parameter that carries the signature.</summary>
    public const string SignatureParameter = "s";

    private const int SignatureBytes = 16;
    private const string Purpose = "kakao-workflow/pay-link/v1/";

    private readonly string _publicBaseUrl;
    private readonly PayLinkKeys _keys;

    /// <param name="publicBaseUrl">
    /// Where customers reach the payment pages: https (http only on this machine's loopback address), a path if need
    /// be, no query or fragment. A slash at its end is dropped.
    /// </param>
    /// <param name="keys">What signs and checks.</param>
    /// <exception cref="ArgumentException">
    /// The base is of another form, or so long that the longest order id would give an address above
    /// <see cref="MaxUrlLength"/>.
    /// </exception>
    public PayLinks(string publicBaseUrl, PayLinkKeys keys)
    {
        if (!Uri.TryCreate(publicBaseUrl, UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            || url.UserInfo.Length > 0
            || publicBaseUrl.AsSpan().ContainsAny('?', '#'))
        {
            throw new ArgumentException(
                "The public base URL is an https address without query and fragment.", nameof(publicBaseUrl));
        }
        _publicBaseUrl = url.AbsoluteUri.TrimEnd('/');
        _keys = keys;
        var excess = Url(OrderId.Parse(new string('0', OrderId.MaxLength)), PayLinkKind.Cancelled).Length - MaxUrlLength;
        if (excess > 0)
        {
            throw new ArgumentException(
                $"The public base URL is {excess} characters too long: an address has {MaxUrlLength} at most.",
                nameof(publicBaseUrl));
        }
    }

    /// <summary>The whole address, signed with the first key: at most <see cref="MaxUrlLength"/> characters.</summary>
    /// <exception cref="ArgumentException">
    /// The order id is empty, longer than 80 characters or has another character.
    /// </exception>
    public string Url(OrderId orderId, PayLinkKind kind)
    {
        var link = PayLink.For(orderId, kind);
        return $"{_publicBaseUrl}{link.Path}?{SignatureParameter}={Signature(_keys.Current, link)}";
    }

    /// <summary>
    /// Whether a signature is ours for exactly this order and kind, by any of the keys; takes the same time either way.
    /// </summary>
    /// <param name="link">What the request's path says.</param>
    /// <param name="signature">The query's <c>s</c>; null when it has none, which is refused. Answer 403.</param>
    public bool Verify(PayLink link, string? signature)
    {
        if (signature is null || signature.Length > MaxUrlLength)
            return false;
        var presented = Encoding.UTF8.GetBytes(signature);
        var genuine = false;
        foreach (var key in _keys.All)
        {
            var expected = Encoding.ASCII.GetBytes(Signature(key, link));
            genuine |= CryptographicOperations.FixedTimeEquals(expected, presented);
        }
        return genuine;
    }

    /// <remarks>
    /// Compared as text, so that of the spellings that base64 allows for the same bytes only ours is accepted.
    /// </remarks>
    private static string Signature(SigningKey key, PayLink link) =>
        Base64Url.EncodeToString(key.Sign(Purpose + PayLink.Word(link.Kind), link.OrderId).AsSpan(0, SignatureBytes));
}
