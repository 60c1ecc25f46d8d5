using System.Text;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>The template of States.Format, cut at each <c>{}</c>.</summary>
/// <param name="Parts">The texts around the placeholders, one more than there are placeholders.</param>
internal sealed record FormatTemplate(IReadOnlyList<string> Parts)
{
    public const string FunctionName = "States.Format";

    public int Placeholders => Parts.Count - 1;

    /// <summary>Cuts a template in which a backslash protects <c>' { } \</c>.</summary>
    /// <exception cref="FormatException">A brace or a backslash stands alone.</exception>
    public static FormatTemplate Parse(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var position = 0; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '\\' when position + 1 < text.Length && text[position + 1] is '\'' or '{' or '}' or '\\':
                    part.Append(text[++position]);
                    break;
                case '{' when position + 1 < text.Length && text[position + 1] == '}':
                    position++;
                    parts.Add(part.ToString());
                    part.Clear();
                    break;
                case '\\' or '{' or '}':
                    throw new FormatException(
                        $"the template has a '{text[position]}' that needs a backslash before it");
                default:
                    part.Append(text[position]);
                    break;
            }
        }

        parts.Add(part.ToString());
        return new FormatTemplate(parts);
    }
}
