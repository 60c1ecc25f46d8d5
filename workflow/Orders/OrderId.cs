using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Orders;

/// <summary>
/// An order's number, which is its execution's name and what the customer reads out: 1 to <see cref="MaxLength"/> of
/// <c>0-9 A-Z a-z - _</c>, so safe in a path and a key. <see cref="OrderIds"/> makes new ones.
/// </summary>
[JsonConverter(typeof(OrderIdJsonConverter))]
public sealed record OrderId
{
    /// <summary>The longest number, in characters: Step Functions' limit for execution names.</summary>
    public const int MaxLength = 80;

    private readonly string _text;

    private OrderId(string text) => _text = text;

    /// <summary>Takes a text that must be a number.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static OrderId Parse(string orderId) => TryParse(orderId, out var parsed)
        ? parsed
        : throw new ArgumentException($"orderId must be 1 to {MaxLength} letters, digits, hyphens and underscores.", nameof(orderId));

    /// <summary>Takes a text that may be a number.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out OrderId? orderId)
    {
        orderId = IsOne(text) ? new OrderId(text) : null;
        return orderId is not null;
    }

    /// <summary>The ARN of the order's execution.</summary>
    /// <param name="stateMachineArn">The order workflow.</param>
    public string ExecutionArn(string stateMachineArn) =>
        $"{stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{_text}";

    /// <summary>The number.</summary>
    public override string ToString() => _text;

    /// <summary>The number, for keys, messages and calls.</summary>
    [return: NotNullIfNotNull(nameof(orderId))]
    public static implicit operator string?(OrderId? orderId) => orderId?._text;

    private static bool IsOne([NotNullWhen(true)] string? text) =>
        text is { Length: >= 1 and <= MaxLength } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
