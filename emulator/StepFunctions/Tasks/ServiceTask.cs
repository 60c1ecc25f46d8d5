using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>Calls SQS or DynamoDB as Step Functions does: the parameters are the request.</summary>
/// <param name="service">The service.</param>
/// <param name="errorPrefix">What its errors are called, without the dot: <c>SQS</c>, <c>DynamoDB</c>.</param>
/// <param name="random">For request ids.</param>
internal sealed class ServiceTask(IServiceIntegration service, string errorPrefix, IRandomSource random)
{
    private const string ContentType = "application/x-amz-json-1.0";
    private const string MessageBody = "MessageBody";

    /// <summary>Makes one call and gives the answer with the SDK's metadata.</summary>
    /// <exception cref="TaskFailedException">The service refused the call, failed, or cannot be reached.</exception>
    public async Task<JsonNode?> CallAsync(string operation, JsonNode? parameters, CancellationToken cancellationToken)
    {
        if (parameters is not JsonObject fields)
            throw new TaskFailedException(ErrorName.Runtime, $"The parameters of {errorPrefix} {operation} must be a JSON object.");
        var requestId = random.NewGuid().ToString();
        try
        {
            var answer = await service.CallAsync(operation, Request(fields), cancellationToken);
            SdkMetadata.AddTo(answer, requestId, ContentType);
            return answer;
        }
        catch (AwsJsonException error)
        {
            throw new TaskFailedException(
                $"{errorPrefix}.{error.Code}",
                $"{error.Message} (Service: {errorPrefix}; Status Code: {error.Status}; Error Code: {error.Code}; Request ID: {requestId})");
        }
        catch (HttpRequestException error)
        {
            throw Unreachable(error.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable("timed out");
        }
    }

    private TaskFailedException Unreachable(string why) =>
        new($"{errorPrefix}.SdkClientException", $"Unable to execute HTTP request: {why}");

    // Step Functions takes a message body that is JSON, where the service itself wants text.
    private static JsonObject Request(JsonObject parameters)
    {
        var request = parameters.DeepClone().AsObject();
        if (request[MessageBody] is JsonObject or JsonArray)
            request[MessageBody] = JsonText.Write(request[MessageBody]);
        return request;
    }
}
