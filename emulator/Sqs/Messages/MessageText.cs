namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>Which characters SQS takes.</summary>
internal static class MessageText
{
    /// <summary>Whether every character is one that XML 1.0 allows, and every surrogate has its partner.</summary>
    public static bool IsAllowed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (!IsAllowed(character))
                return false;
        }
        return true;
    }

    /// <summary>Whether the text is a token: 1 to 128 printable ASCII characters without spaces.</summary>
    public static bool IsToken(string text) =>
        text.Length is >= 1 and <= SqsLimits.TokenLength && text.All(character => character is > ' ' and <= '~');

    private static bool IsAllowed(char character) =>
        character is '\t' or '\n' or '\r' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD');
}
