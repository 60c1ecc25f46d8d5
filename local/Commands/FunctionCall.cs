using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Local.Demo;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Calls a function of the stack, as an operator would with the AWS command line, and prints its answer.</summary>
internal static partial class FunctionCall
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="cafe">Where.</param>
    /// <param name="output">Where the answer, or the failure, is printed.</param>
    /// <param name="function">The function, without the stack's name.</param>
    /// <param name="input">What it is called with.</param>
    /// <param name="isGood">Whether an answer is a good one; null when each is.</param>
    /// <returns>0 for a good answer; 1 for another, or when the function failed.</returns>
    public static async Task<int> PrintAsync(
        Cafe cafe, CommandOutput output, string function, JsonObject input, Func<JsonNode, bool>? isGood)
    {
        using var http = new HttpClient { BaseAddress = cafe.Addresses.Aws, Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            var answer = await new RemoteLambda(http).InvokeAsync(
                $"{cafe.Addresses.StackName}-{function}", Encoding.UTF8.GetBytes(input.ToJsonString()), CancellationToken.None);
            var node = JsonNode.Parse(answer.Payload.Span)!;
            if (answer.FunctionError is not null)
            {
                await output.Errors.WriteLineAsync(Sentence((string?)node["errorMessage"]));
                return 1;
            }
            await output.Out.WriteLineAsync(InKoreanTime(node)!.ToJsonString(Readable));
            return isGood is null || isGood(node) ? 0 : 1;
        }
        catch (LambdaServiceException error)
        {
            await output.Errors.WriteLineAsync(error.Message);
            return 1;
        }
    }

    // .NET adds a parameter's name in a form of its own. An operator reads "by: …", unless the message names the field already.
    private static string Sentence(string? message) => string.IsNullOrWhiteSpace(message)
        ? "The function failed."
        : ParameterName().Replace(message, match =>
        {
            var (text, name) = (match.Groups["text"].Value, match.Groups["name"].Value);
            return text.Contains(name, StringComparison.OrdinalIgnoreCase) ? text : $"{char.ToLowerInvariant(name[0])}{name[1..]}: {text}";
        });

    private static JsonNode? InKoreanTime(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, InKoreanTime(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(InKoreanTime)]),
        JsonValue value when value.TryGetValue<string>(out var text) && IsInstant(text, out var instant) => KoreanTimeText.Of(instant),
        _ => node?.DeepClone(),
    };

    private static bool IsInstant(string text, out DateTimeOffset instant)
    {
        instant = default;
        return Instant().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[-+]\d{2}:\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instant();

    [GeneratedRegex(@"^(?<text>.*?)\s*\(Parameter '(?<name>[^']+)'\)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex ParameterName();
}
