namespace KakaoWorkflow.KakaoPay;

/// <summary>The contract with KakaoPay and how long to wait for its answers.</summary>
public sealed record KakaoPayOptions
{
    /// <summary>The test CID that KakaoPay gives to every developer key; no real money moves with it.</summary>
    public const string TestCid = "TC0ONETIME";

    /// <summary>The length of every CID.</summary>
    public const int CidLength = 10;

    /// <summary>The length of a CID secret: lower-case letters and digits.</summary>
    public const int CidSecretLength = 24;

    /// <summary>The longest <see cref="TimeoutSeconds"/>.</summary>
    public const int MaxTimeoutSeconds = 60;

    /// <summary>
    /// The scheme and host, <c>https://open-api.kakaopay.com</c>; plain HTTP is taken for a loopback address only,
    /// since each call carries the key.
    /// </summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The shop's code, <see cref="CidLength"/> characters.</summary>
    public required string Cid { get; init; }

    /// <summary>The API key, sent as <c>Authorization: SECRET_KEY …</c>.</summary>
    public required KakaoPaySecret SecretKey { get; init; }

    /// <summary>
    /// The second secret of contracts that have one, <see cref="CidSecretLength"/> characters; null for the others.
    /// </summary>
    public KakaoPaySecret? CidSecret { get; init; }

    /// <summary>
    /// Seconds from the start of a call to the last byte of its answer, 1 to <see cref="MaxTimeoutSeconds"/>, 15 by
    /// default. KakaoPay itself gives up after 11 s: a shorter wait than that loses answers which were on their way.
    /// </summary>
    public int TimeoutSeconds { get; init; } = 15;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is not as its documentation says; the message names
    /// it.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(SecretKey);
        if (BaseUrl is not { IsAbsoluteUri: true, PathAndQuery: "/" })
            throw new ArgumentException(
                $"{nameof(BaseUrl)} must be an absolute address without a path.", nameof(BaseUrl));
        if (BaseUrl.Scheme != Uri.UriSchemeHttps && !(BaseUrl.Scheme == Uri.UriSchemeHttp && BaseUrl.IsLoopback))
            throw new ArgumentException(
                $"{nameof(BaseUrl)} must be HTTPS, or HTTP on a loopback address.", nameof(BaseUrl));
        if (Cid is not { Length: CidLength })
            throw new ArgumentException($"{nameof(Cid)} must have {CidLength} characters.", nameof(Cid));
        if (CidSecret is not null && CidSecret.Length != CidSecretLength)
            throw new ArgumentException(
                $"{nameof(CidSecret)} must have {CidSecretLength} characters.", nameof(CidSecret));
        if (TimeoutSeconds is < 1 or > MaxTimeoutSeconds)
            throw new ArgumentException(
                $"{nameof(TimeoutSeconds)} must be 1 to {MaxTimeoutSeconds}.", nameof(TimeoutSeconds));
    }
}
