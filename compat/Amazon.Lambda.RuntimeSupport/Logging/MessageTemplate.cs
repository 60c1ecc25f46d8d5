using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// A message with places for arguments, such as <c>"{Count} lines, {Total:N0} won"</c>. Places take arguments in their order; doubled braces stand
/// for one; a place without an argument stays as it is written, and so does a message without arguments.
/// </summary>
internal sealed class MessageTemplate
{
    public MessageTemplate(string template, object[] arguments)
    {
        template ??= string.Empty;
        if (arguments.Length == 0)
        {
            Text = template;
            Values = [];
            return;
        }

        var text = new StringBuilder();
        var values = new List<KeyValuePair<string, object>>();
        for (var index = 0; index < template.Length;)
        {
            var character = template[index];
            var end = character == '{' ? template.IndexOf('}', index) : -1;
            if (character is '{' or '}' && index + 1 < template.Length && template[index + 1] == character)
            {
                text.Append(character);
                index += 2;
            }
            else if (end > index + 1 && values.Count < arguments.Length)
            {
                var (name, format) = Place(template[(index + 1)..end]);
                var value = arguments[values.Count];
                values.Add(new(name, value));
                text.Append(value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value);
                index = end + 1;
            }
            else
            {
                text.Append(character);
                index++;
            }
        }

        Text = text.ToString();
        Values = values;
    }

    /// <summary>The message with its arguments in place.</summary>
    public string Text { get; }

    /// <summary>The arguments that found a place, under its name.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Values { get; }

    private static (string Name, string Format) Place(string place)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? place : place[..colon]).Split(',')[0].Trim().TrimStart('@');
        return (name, colon < 0 ? null : place[(colon + 1)..]);
    }
}
