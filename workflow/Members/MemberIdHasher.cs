using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Members;

/// <summary>
/// Makes a member's id from the phone number. Without the key it can neither be turned back nor tried out: there are
/// few enough phone numbers to hash them all.
/// </summary>
/// <param name="key">
/// Must stay the same for as long as members are stored; changing it makes every member a new one.
/// </param>
public sealed class MemberIdHasher(SigningKey key)
{
    /// <summary>An id's length in characters: 128 bits in hexadecimal.</summary>
    public const int IdLength = 32;

    private const string Purpose = "kakao-workflow/member-id/v1";

    /// <summary>
    /// The id, in lower-case hexadecimal: the first 128 bits of HMAC-SHA256 over the number's digits.
    /// </summary>
    /// <exception cref="InvalidOperationException">The number is <c>default</c>.</exception>
    public string IdOf(PhoneNumber number) =>
        Convert.ToHexStringLower(key.Sign(Purpose, number.Digits).AsSpan(0, IdLength / 2));

    /// <summary>Holds no key.</summary>
    public override string ToString() => "member id hasher, redacted";
}
