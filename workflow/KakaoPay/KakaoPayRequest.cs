using System.Text.Json.Serialization;

namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// What the four calls have in common. The client fills in the contract's own fields, so callers never see them.
/// </summary>
public abstract record KakaoPayRequest
{
    private protected KakaoPayRequest()
    {
    }

    [JsonInclude]
    [JsonPropertyOrder(-2)]
    internal string Cid { get; init; } = "";

    [JsonInclude]
    [JsonPropertyOrder(-1)]
    internal string? CidSecret { get; init; }

    /// <summary>Checks the documented limits.</summary>
    /// <exception cref="ArgumentException">A field is outside them; the message names it as the API spells
    /// it.</exception>
    internal abstract void Validate();
}
