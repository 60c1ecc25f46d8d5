using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Skills;
using KakaoWorkflow.Skills.Answers;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>
/// What all skill functions share: the key is checked, the payload is read, and whatever happens the chatbot gets a valid
/// answer with HTTP 200 in good time. Only a caller without the key gets another status, and no reason.
/// </summary>
internal static class SkillFunction
{
    /// <summary>The header that carries the skill key, as entered in the chatbot's admin pages.</summary>
    public const string KeyHeader = "x-api-key";

    /// <summary>When to give up on an answer, well within the chatbot's 5 seconds for the whole round trip.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(4);

    public static FunctionHandler Of(
        string name, FunctionServices services, Func<SkillRequest, CancellationToken, Task<SkillResponse>> skill)
    {
        var keys = services.SkillKeys;
        return JsonFunction.Of<APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(services, async (request, context, token) =>
        {
            string? key = null;
            request.Headers?.TryGetValue(KeyHeader, out key);
            if (!keys.Accepts(key))
            {
                Log.SkillRefused(context.Logger, name, "no valid key");
                return Json(401, """{"message":"Unauthorized"}"""u8);
            }
            return Json(200, (await AnswerAsync(name, services, skill, request, context, token)).ToUtf8Json());
        });
    }

#pragma warning disable CA1031 // whatever fails, the customer gets an answer and the log gets the failure
    private static async Task<SkillResponse> AnswerAsync(
        string name, FunctionServices services, Func<SkillRequest, CancellationToken, Task<SkillResponse>> skill,
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, CancellationToken token)
    {
        try
        {
            var call = request.IsBase64Encoded
                ? SkillRequest.Parse(Decoded(request.Body ?? ""))
                : SkillRequest.Parse(Encoding.UTF8.GetBytes(request.Body ?? ""));
            // The token ends the waiting; the deadline ends the work, even where the token's timer was frozen with the process.
            services.Deadline.Shorten(AnswerWithin);
            using var patience = new CancellationTokenSource(AnswerWithin, services.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
            return await skill(call, either.Token).WaitAsync(either.Token);
        }
        catch (InvalidSkillRequestException error)
        {
            Log.SkillRefused(context.Logger, name, error.Message);
            return SkillTexts.NotUnderstood;
        }
        catch (Exception error) when (error is OperationCanceledException or DeadlinePassedException)
        {
            Log.SkillRefused(context.Logger, name, "no answer in time");
            return SkillTexts.TryAgain;
        }
        catch (Exception error)
        {
            Log.SkillFailed(context.Logger, name, error);
            return SkillTexts.TryAgain;
        }
    }
#pragma warning restore CA1031

    private static byte[] Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? bytes[..length]
            : throw new InvalidSkillRequestException("body", "is not the base64 that it says");
    }

    private static APIGatewayHttpApiV2ProxyResponse Json(int status, ReadOnlySpan<byte> body) => new()
    {
        StatusCode = status,
        Headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = "application/json; charset=utf-8",
            ["cache-control"] = "no-store",
        },
        Body = Encoding.UTF8.GetString(body),
    };
}
