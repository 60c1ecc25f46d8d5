using System.Net;
using System.Net.Http.Headers;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>The calls of Lambda's Runtime API: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.</summary>
internal sealed class RuntimeApiClient
{
    private const string ErrorContentType = "application/vnd.aws.lambda.error+json";
    private const int ShownErrorCharacters = 500;

    private readonly HttpClient _http;
    private readonly string _runtime;

    /// <exception cref="InvalidOperationException">The endpoint is null or empty.</exception>
    public RuntimeApiClient(HttpClient http, string endpoint)
    {
        if (string.IsNullOrEmpty(endpoint))
        {
            throw new InvalidOperationException("AWS_LAMBDA_RUNTIME_API is not set: a function's process is started by Lambda or the local host.");
        }

        _http = http;
        _runtime = $"http://{endpoint}/2018-06-01/runtime";
    }

    /// <summary>Waits for an invocation. The caller disposes the stream.</summary>
    public async Task<(InvocationHeaders Headers, Stream Input)> GetNextAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync($"{_runtime}/invocation/next", cancellationToken);
        await EnsureAsync(response, HttpStatusCode.OK, cancellationToken);
        return (InvocationHeaders.Read(response.Headers), new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
    }

    /// <summary>Sends the handler's answer, an empty one for null. False when it is larger than Lambda allows.</summary>
    public async Task<bool> TryPostResponseAsync(string requestId, Stream output, CancellationToken cancellationToken)
    {
        // The output may have to outlive this call, and a content disposes its stream: so it gets a copy.
        using var copy = new MemoryStream();
        if (output is not null)
        {
            await output.CopyToAsync(copy, cancellationToken);
        }

        using var content = new ByteArrayContent(copy.GetBuffer(), 0, (int)copy.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync($"{_runtime}/invocation/{requestId}/response", content, cancellationToken);
        if (response.StatusCode == HttpStatusCode.RequestEntityTooLarge)
        {
            return false;
        }

        await EnsureAsync(response, HttpStatusCode.Accepted, cancellationToken);
        return true;
    }

    public Task PostErrorAsync(string requestId, Exception exception, CancellationToken cancellationToken) =>
        PostExceptionAsync($"invocation/{requestId}/error", exception, cancellationToken);

    public Task PostInitErrorAsync(Exception exception, CancellationToken cancellationToken) =>
        PostExceptionAsync("init/error", exception, cancellationToken);

    private async Task PostExceptionAsync(string path, Exception exception, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_runtime}/{path}")
        {
            Content = new ByteArrayContent(ErrorDocument.Write(exception)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ErrorContentType);
        request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", ErrorDocument.TypeOf(exception));
        request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-XRay-Error-Cause", XRayCause.Write(exception));
        using var response = await _http.SendAsync(request, cancellationToken);
        await EnsureAsync(response, HttpStatusCode.Accepted, cancellationToken);
    }

    private static async Task EnsureAsync(HttpResponseMessage response, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        if (response.StatusCode != expected)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new RuntimeApiException(
                $"The Runtime API answered {(int)response.StatusCode} to {response.RequestMessage?.Method} "
                + $"{response.RequestMessage?.RequestUri?.AbsolutePath}: {body[..Math.Min(body.Length, ShownErrorCharacters)]}");
        }
    }
}
