using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>
/// Invokes functions at another endpoint that speaks the Lambda Invoke API, for example an emulator
/// (<c>AWS_ENDPOINT_URL_LAMBDA</c>). Calls are not signed.
/// </summary>
/// <param name="http">Its base address is the endpoint; it has no time-out of its own.</param>
internal sealed class RemoteLambda(HttpClient http) : ILambdaInvoker
{
    /// <inheritdoc />
    public async Task<LambdaInvocation> InvokeAsync(
        string functionName, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(payload);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var response = await http.PostAsync(
                new Uri($"2015-03-31/functions/{Uri.EscapeDataString(functionName)}/invocations", UriKind.Relative), content, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw Refused(response, body);
            return new LambdaInvocation(body, Header(response, "X-Amz-Function-Error"), Header(response, "x-amzn-RequestId") ?? "");
        }
        catch (HttpRequestException error)
        {
            throw new LambdaServiceException("SdkClientException", $"The Lambda endpoint was not reached: {error.Message}", 500);
        }
    }

    private static LambdaServiceException Refused(HttpResponseMessage response, byte[] body)
    {
        var code = Header(response, "x-amzn-errortype")?.Split(':')[0] ?? "ServiceException";
        return new LambdaServiceException(code, Message(body) ?? $"The Lambda endpoint answered {(int)response.StatusCode}.", (int)response.StatusCode);
    }

    private static string? Message(byte[] body)
    {
        try
        {
            var document = JsonNode.Parse(body);
            return (document?["Message"] ?? document?["message"])?.ToString();
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
