using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.KakaoPay;

/// <summary>A key of the KakaoPay contract. It never prints: only <see cref="Reveal"/> gives the text.</summary>
public sealed class KakaoPaySecret
{
    private readonly string _text;

    /// <summary>Wraps a key.</summary>
    /// <param name="text">The key without its scheme word; visible ASCII characters, as an HTTP header needs
    /// them.</param>
    /// <exception cref="ArgumentException">The text is empty or holds a space or a character outside ASCII. The message
    /// does not repeat it.</exception>
    public KakaoPaySecret(string text)
    {
        if (string.IsNullOrEmpty(text) || !text.All(character => character is > ' ' and <= '~'))
            throw new ArgumentException(
                "A KakaoPay key consists of visible ASCII characters without spaces.", nameof(text));
        _text = text;
    }

    /// <summary>How many characters the key has.</summary>
    public int Length => _text.Length;

    /// <summary>The key itself: for the request that carries it, and for nothing else.</summary>
    public string Reveal() => _text;

    /// <summary>The key as a field of a request, which prints as little.</summary>
    internal Credential ToCredential() => new(_text);

    /// <summary>Three asterisks, whatever the key is.</summary>
    public override string ToString() => "***";
}
