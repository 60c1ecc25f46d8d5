using System.Text.Json.Serialization;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// What the four calls have in common. The client fills in the contract's own fields.
/// </summary>
public abstract record KakaoPayRequest
{
    private protected KakaoPayRequest()
    {
    }

    /// <summary>
    /// The shop's code that the transaction was prepared with; null for the configured one. A payment in flight is asked for, approved
    /// and cancelled under the code of its <c>ready</c>, whatever is configured by then.
    /// </summary>
    [JsonPropertyOrder(-2)]
    public string? Cid { get; init; }

    [JsonInclude]
    [JsonPropertyOrder(-1)]
    internal Credential? CidSecret { get; init; }

    /// <summary>Checks the documented limits.</summary>
    /// <exception cref="ArgumentException">A field is outside them; the message names it as the API spells
    /// it.</exception>
    internal abstract void Validate();
}
