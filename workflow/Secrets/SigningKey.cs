using System.Security.Cryptography;
using System.Text;

namespace KakaoWorkflow.Secrets;

/// <summary>A secret for HMAC-SHA256. Each use names its purpose, so that one key may serve several of them.</summary>
public sealed class SigningKey
{
    /// <summary>The shortest key that is taken, in bytes: that of the hash.</summary>
    public const int MinBytes = 32;

    /// <summary>The longest key that is taken, in bytes.</summary>
    public const int MaxBytes = 1024;

    private readonly byte[] _key;

    private SigningKey(byte[] key) => _key = key;

    /// <summary>Reads a key from its setting.</summary>
    /// <param name="base64">The key in base64, with padding.</param>
    /// <exception cref="ArgumentException">It is not base64, or has fewer than 32 or more than 1,024 bytes.</exception>
    public static SigningKey Parse(string? base64)
    {
        var key = new byte[MaxBytes];
        if (!Convert.TryFromBase64String(base64 ?? "", key, out var count) || count < MinBytes)
            throw new ArgumentException($"A signing key is base64 of {MinBytes} to {MaxBytes} bytes.", nameof(base64));
        return new SigningKey(key[..count]);
    }

    /// <summary>The 32 bytes of HMAC-SHA256 over the purpose and the text.</summary>
    /// <param name="purpose">A constant of the caller, without NUL, which ends it.</param>
    /// <param name="text">What is signed. A lone surrogate is signed as U+FFFD.</param>
    internal byte[] Sign(string purpose, string text) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\0{text}"));

    /// <summary>Holds no key.</summary>
    public override string ToString() => "signing key, redacted";
}
