using System.Text.Json.Serialization;

namespace KakaoWorkflow.Secrets;

/// <summary>
/// A text by which whoever knows it can do something: a task token, a <c>pg_token</c> on an order's record, a contract's secret. It prints
/// as asterisks, alone and in whatever holds it. Two are equal when their texts are.
/// </summary>
[JsonConverter(typeof(CredentialJsonConverter))]
public sealed record Credential
{
    private readonly string _text;

    /// <summary>Wraps a text; any, since its form is the matter of whoever takes it.</summary>
    public Credential(string text) => _text = text;

    /// <summary>The text itself: for the call or the item that carries it, and for nothing else.</summary>
    public string Reveal() => _text;

    /// <summary>Three asterisks, whatever the text is.</summary>
    public override string ToString() => "***";
}
