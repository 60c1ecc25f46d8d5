using System.Security.Cryptography;

namespace KakaoWorkflow.Emulator.Randomness;

/// <summary>The operating system's cryptographic randomness: what production uses.</summary>
public sealed class SystemRandomSource : IRandomSource
{
    /// <inheritdoc />
#pragma warning disable RS0030 // the one place that may name the ambient generator
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
#pragma warning restore RS0030
}
