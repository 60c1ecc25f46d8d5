using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Lambda;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Calls a function of the stack, as an operator would with the AWS command line, and prints its answer.</summary>
internal static class FunctionCall
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
            await output.Out.WriteLineAsync(node.ToJsonString(Readable));
            return isGood is null || isGood(node) ? 0 : 1;
        }
        catch (LambdaServiceException error)
        {
            await output.Errors.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static string Sentence(string? message) => string.IsNullOrWhiteSpace(message) ? "The function failed." : message;
}
