using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KakaoWorkflow.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>
/// Task tokens carry the attempt that they belong to and a message authentication code, so they need no table, and a
/// token that was not issued here is recognised without one. Whoever has a token may end its task: treat it as a secret.
/// </summary>
/// <param name="key">The key of the codes; kept in the database, so that tokens outlive the process.</param>
internal sealed class TaskTokens(byte[] key) : ITaskTokens
{
    /// <summary>The longest token that is looked at, in characters (AWS).</summary>
    public const int MaxLength = 2048;

    /// <summary>How long the key is, in bytes.</summary>
    public const int KeyBytes = 32;

    private const char Separator = '\n';

    /// <inheritdoc />
    public string TokenFor(string executionArn, long taskEventId)
    {
        var attempt = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{executionArn}{Separator}{taskEventId}"));
        return Base64Url.EncodeToString([.. HMACSHA256.HashData(key, attempt), .. attempt]);
    }

    /// <summary>Reads a token that was issued here.</summary>
    /// <param name="token">Anything.</param>
    /// <param name="attempt">The attempt that it belongs to; null when it was not issued here.</param>
    public bool TryRead(string token, [NotNullWhen(true)] out TaskAttemptId? attempt)
    {
        attempt = null;
        if (token.Length > MaxLength || !Base64Url.IsValid(token))
            return false;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= HMACSHA256.HashSizeInBytes)
            return false;
        var code = bytes.AsSpan(0, HMACSHA256.HashSizeInBytes);
        var text = bytes.AsSpan(HMACSHA256.HashSizeInBytes);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, text), code))
            return false;
        var parts = Encoding.UTF8.GetString(text).Split(Separator);
        attempt = new TaskAttemptId(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
        return true;
    }
}
