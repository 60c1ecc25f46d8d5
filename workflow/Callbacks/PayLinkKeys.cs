using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Callbacks;

/// <summary>
/// The keys that sign pay links. While one replaces the other, new links use the first and both are accepted.
/// </summary>
public sealed class PayLinkKeys
{
    private PayLinkKeys(IReadOnlyList<SigningKey> all) => All = all;

    internal IReadOnlyList<SigningKey> All { get; }

    internal SigningKey Current => All[0];

    /// <summary>
    /// Reads the setting: one base64 key of at least 32 bytes, or two separated by a comma, the newer one first.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// No key or more than two, or one that is not base64 or has a wrong length.
    /// </exception>
    public static PayLinkKeys Parse(string? setting)
    {
        var keys = (setting ?? "").Split(',', StringSplitOptions.TrimEntries);
        return keys.Length <= 2
            ? new PayLinkKeys([.. keys.Select(SigningKey.Parse)])
            : throw new ArgumentException("The pay link keys are one key, or two while they rotate.", nameof(setting));
    }

    /// <summary>Holds no key.</summary>
    public override string ToString() => $"{All.Count} pay link key(s), redacted";
}
