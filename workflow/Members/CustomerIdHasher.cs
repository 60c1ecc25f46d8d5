using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Members;

/// <summary>
/// Makes a customer's id from the chatbot's user key (botUserKey), so that the key itself is in no table, queue or log.
/// May share its key with <see cref="MemberIdHasher"/>: their ids differ even for the same text.
/// </summary>
/// <param name="key">
/// Must stay the same for as long as members are stored; changing it locks every member out of the account, which opens only for the
/// customer who signed up.
/// </param>
public sealed class CustomerIdHasher(SigningKey key)
{
    /// <summary>An id's length in characters: 128 bits in hexadecimal.</summary>
    public const int IdLength = 32;

    private const string Purpose = "kakao-workflow/customer-id/v1";

    /// <summary>The id, in lower-case hexadecimal: the first 128 bits of HMAC-SHA256 over the user key.</summary>
    /// <exception cref="ArgumentException">The user key is empty.</exception>
    public string IdOf(string botUserKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(botUserKey);
        return Convert.ToHexStringLower(key.Sign(Purpose, botUserKey).AsSpan(0, IdLength / 2));
    }

    /// <summary>Holds no key.</summary>
    public override string ToString() => "customer id hasher, redacted";
}
