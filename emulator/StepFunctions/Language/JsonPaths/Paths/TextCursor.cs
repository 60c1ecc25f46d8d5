using System.Text;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>A place in a text that is being parsed.</summary>
internal sealed class TextCursor(string text, int position)
{
    public string Text { get; } = text;

    public int Position { get; set; } = position;

    public bool AtEnd => Position >= Text.Length;

    public char Current => Text[Position];

    public bool TryTake(char expected)
    {
        if (AtEnd || Current != expected)
            return false;
        Position++;
        return true;
    }

    public bool TryTake(string expected)
    {
        if (string.CompareOrdinal(Text, Position, expected, 0, expected.Length) != 0)
            return false;
        Position += expected.Length;
        return true;
    }

    public string Take(int length)
    {
        Position += length;
        return Text[(Position - length)..Position];
    }

    public void Expect(char expected)
    {
        if (!TryTake(expected))
            throw Error(AtEnd ? $"'{expected}' is missing" : $"'{expected}' is expected instead of '{Current}'");
    }

    public void SkipWhiteSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(Current))
            Position++;
    }

    /// <summary>A string in single or double quotes, in which a backslash protects a quote or a backslash.</summary>
    public string TakeQuoted()
    {
        var quote = Current;
        var value = new StringBuilder();
        for (Position++; !AtEnd; Position++)
        {
            if (Current == quote)
            {
                Position++;
                return value.ToString();
            }

            if (Current == '\\')
            {
                Position++;
                if (AtEnd || Current is not ('\'' or '"' or '\\' or '/'))
                    throw Error("a backslash may protect only a quote, a slash or a backslash");
            }

            value.Append(Current);
        }

        throw Error($"the closing {quote} is missing");
    }

    /// <summary>The characters of a JSON number, unchecked.</summary>
    public string TakeNumber()
    {
        var length = 0;
        var rest = Text.AsSpan(Position);
        while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || "+-.eE".Contains(rest[length])))
            length++;
        return Take(length);
    }

    public FormatException Error(string reason) =>
        new($"'{Text}' is not valid: {reason} (at character {Position + 1}).");
}
