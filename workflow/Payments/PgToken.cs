using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Payments;

/// <summary>
/// What the payment gateway hands to the browser when the customer has authenticated: with it, the approval takes the money. It is a
/// secret for as long as the payment waits, so it prints as asterisks.
/// </summary>
[JsonConverter(typeof(PgTokenJsonConverter))]
public readonly record struct PgToken
{
    /// <summary>
    /// The most characters that are accepted. KakaoPay documents no length; its tokens seen so far have 20.
    /// </summary>
    public const int MaxLength = 100;

    private readonly string? _value;

    /// <summary>Wraps a token.</summary>
    /// <exception cref="ArgumentException">The text is not 1 to <see cref="MaxLength"/> visible ASCII characters. The
    /// message does not repeat it.</exception>
    public PgToken(string value)
    {
        if (!IsToken(value))
            throw new ArgumentException($"pg_token must be 1 to {MaxLength} visible ASCII characters.", nameof(value));
        _value = value;
    }

    /// <summary>The token itself: for the approval and for the order's own record.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which holds no token.</exception>
    public string Value => _value ?? throw new InvalidOperationException("This pg_token was never set.");

    /// <summary>Whether there is a token; false for the default value.</summary>
    public bool IsSet => _value is not null;

    /// <summary>Wraps a token that came from outside, without an exception for one that cannot be a token.</summary>
    public static bool TryCreate([NotNullWhen(true)] string? value, out PgToken token)
    {
        token = IsToken(value) ? new PgToken(value) : default;
        return token.IsSet;
    }

    /// <summary>Three asterisks, whatever the token is.</summary>
    public override string ToString() => "***";

    private static bool IsToken([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(character => character is > ' ' and <= '~');
}
