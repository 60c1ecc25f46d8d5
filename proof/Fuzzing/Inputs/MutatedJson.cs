using System.Text;

namespace KakaoWorkflow.Proof.Fuzzing.Inputs;

/// <summary>A JSON text after something was done to it; it need not be JSON any more.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Bytes">The bytes, which need not be UTF-8.</param>
internal sealed record MutatedJson(MutationKind Kind, byte[] Bytes)
{
    /// <summary>The bytes as whoever reads strictly or not at all may see them: what is no UTF-8 becomes U+FFFD.</summary>
    public string Text { get; } = Encoding.UTF8.GetString(Bytes);

    /// <summary>Whether the bytes are UTF-8, so that <see cref="Text"/> says all.</summary>
    public bool IsText => Encoding.UTF8.GetBytes(Text).AsSpan().SequenceEqual(Bytes);
}
