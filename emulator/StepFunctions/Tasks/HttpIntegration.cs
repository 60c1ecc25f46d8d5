using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>Calls a service at an endpoint that checks no signature, such as a local DynamoDB.</summary>
/// <param name="client">Its <see cref="HttpClient.BaseAddress"/> is the endpoint.</param>
/// <param name="targetPrefix">What <c>X-Amz-Target</c> starts with, without the dot: <c>DynamoDB_20120810</c>.</param>
/// <param name="accessKeyId">The access key id that is shown. Local servers want one, some keep a database for each; none checks it.</param>
/// <param name="region">The region that is shown.</param>
internal sealed class HttpIntegration(HttpClient client, string targetPrefix, string accessKeyId, string region)
    : IServiceIntegration
{
    private const string ContentType = "application/x-amz-json-1.0";

    // A local server checks that a signature has a date, not which.
    private const string SignatureDate = "20000101T000000Z";

    private const int MaxErrorBytes = 64 * 1024;

    /// <inheritdoc />
    public async Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/");
        message.Headers.Add("X-Amz-Target", $"{targetPrefix}.{operation}");
        message.Headers.Add("X-Amz-Date", SignatureDate);
        message.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={accessKeyId}/20000101/{region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(JsonText.Write(request)));
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);

        using var response = await client.SendAsync(message, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw Error((int)response.StatusCode, body);
        return StrictJson.ParseObject(body) ?? throw new AwsJsonException("InternalFailure", "The service's answer is not a JSON object.", 500);
    }

    private static AwsJsonException Error(int status, string body)
    {
        var document = body.Length <= MaxErrorBytes ? StrictJson.ParseObject(body) : null;
        var type = Text(document, "__type");
        return type is null
            ? new AwsJsonException("InternalFailure", $"The service answered HTTP {status}.", status)
            : new AwsJsonException(type[(type.LastIndexOf('#') + 1)..], Text(document, "message") ?? Text(document, "Message") ?? "", status);
    }

    private static string? Text(JsonObject? document, string name) =>
        document?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
