using System.Security.Cryptography;
using System.Text;

namespace KakaoWorkflow.Skills;

/// <summary>
/// The shared secrets by which the chatbot proves itself: a static request header whose value the bot's admin enters.
/// Two are valid while one replaces the other.
/// </summary>
public sealed class SkillKeys
{
    /// <summary>The shortest key that is taken, in characters.</summary>
    public const int MinLength = 16;

    /// <summary>The longest key that is taken, in characters.</summary>
    public const int MaxLength = 256;

    private readonly byte[][] _hashes;

    private SkillKeys(byte[][] hashes) => _hashes = hashes;

    /// <summary>Reads the setting: one key, or two separated by a comma. Spaces around a key are dropped.</summary>
    /// <exception cref="ArgumentException">
    /// No key or more than two, or a key that is too short or long or has a character other than visible ASCII.
    /// </exception>
    public static SkillKeys Parse(string? setting)
    {
        var keys = (setting ?? "").Split(',', StringSplitOptions.TrimEntries);
        if (keys.Length > 2)
            throw new ArgumentException("The skill keys are one key, or two while they rotate.", nameof(setting));
        foreach (var key in keys)
        {
            if (key.Length is < MinLength or > MaxLength || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                throw new ArgumentException(
                    $"A skill key has {MinLength} to {MaxLength} visible ASCII characters.", nameof(setting));
            }
        }
        return new SkillKeys([.. keys.Select(Hash)]);
    }

    /// <summary>
    /// Whether a header's value is one of the keys. The time that it takes tells nothing about the keys, not even their
    /// length.
    /// </summary>
    /// <param name="presented">Null when the call has no such header, which is refused like a wrong key.</param>
    public bool Accepts(string? presented)
    {
        if (presented is null || presented.Length > MaxLength)
            return false;
        var hash = Hash(presented);
        var accepted = false;
        foreach (var expected in _hashes)
            accepted |= CryptographicOperations.FixedTimeEquals(expected, hash);
        return accepted;
    }

    /// <summary>Holds no key.</summary>
    public override string ToString() => $"{_hashes.Length} skill key(s), redacted";

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
