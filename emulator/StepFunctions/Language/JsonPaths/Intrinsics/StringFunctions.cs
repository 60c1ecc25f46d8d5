using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>Formatting and splitting.</summary>
internal static class StringFunctions
{
    public static IEnumerable<IntrinsicFunction> All =>
    [
        new(FormatTemplate.FunctionName, 1, int.MaxValue, (arguments, _) => Format(arguments)),
        new("States.StringSplit", 2, 2, (arguments, _) => Split(arguments)),
    ];

    private static JsonNode? Format(Arguments arguments)
    {
        FormatTemplate template;
        try
        {
            template = FormatTemplate.Parse(arguments.Text(0));
        }
        catch (FormatException exception)
        {
            throw arguments.Failure(exception.Message);
        }

        if (template.Placeholders != arguments.Count - 1)
        {
            throw arguments.Failure(
                $"the template has {template.Placeholders} times {{}}, but there are {arguments.Count - 1} values");
        }

        var text = new StringBuilder(template.Parts[0]);
        for (var index = 1; index < arguments.Count; index++)
            text.Append(Natural(arguments, index)).Append(template.Parts[index]);
        return text.ToString();
    }

    private static string Natural(Arguments arguments, int index) => arguments[index] switch
    {
        null => "null",
        JsonValue value =>
            value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
        _ => throw arguments.Failure($"argument {index + 1} must not be an array or an object"),
    };

    /// <summary>
    /// Every character of the second argument separates, and empty parts are left out, as AWS does it.
    /// </summary>
    private static JsonArray Split(Arguments arguments)
    {
        var parts = new JsonArray();
        // Runes, since a char may be half of an emoji.
        var separators = arguments.Text(1).EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        if (separators.Length == 0)
            throw arguments.Failure("the separator must not be empty");
        foreach (var part in arguments.Text(0).Split(separators, StringSplitOptions.RemoveEmptyEntries))
            parts.Add(part);
        return parts;
    }
}
