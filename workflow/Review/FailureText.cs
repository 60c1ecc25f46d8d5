using System.Text.Json;

namespace KakaoWorkflow.Review;

/// <summary>A failure in one line, for the person who looks at the order.</summary>
internal static class FailureText
{
    /// <summary>The error's name and, of a Lambda's error document, the message without the stack trace.</summary>
    public static string Of(string error, string? cause, int maxLength)
    {
        var text = MessageOf(cause) is { Length: > 0 } message ? $"{error}: {message}" : error;
        text = text.ReplaceLineEndings(" ");
        if (text.Length <= maxLength)
            return text;
        return char.IsHighSurrogate(text[maxLength - 1]) ? text[..(maxLength - 1)] : text[..maxLength];
    }

    private static string? MessageOf(string? cause)
    {
        if (cause is null || !cause.StartsWith('{'))
            return cause;
        try
        {
            using var document = JsonDocument.Parse(cause);
            return document.RootElement.TryGetProperty("errorMessage", out var message) && message.ValueKind == JsonValueKind.String
                ? message.GetString()
                : cause;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The latter is thrown for half of a surrogate pair.
            return cause;
        }
    }
}
