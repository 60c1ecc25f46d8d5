using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;
using Microsoft.AspNetCore.Http.Features;

namespace KakaoWorkflow.Emulator.AwsJson;

/// <summary>Turns HTTP requests with <c>X-Amz-Target</c> into calls of <see cref="IAwsJsonService"/> and back.</summary>
internal sealed class AwsJsonEndpoint(IEnumerable<IAwsJsonService> services, IRandomSource random, ILogger<AwsJsonEndpoint> logger)
{
    /// <summary>The largest request body that is read: AWS takes 1 MiB of content, of which escapes make up to six times as much on the wire.</summary>
    public const int MaxRequestBytes = 8 * 1024 * 1024;

    private const string ContentType = "application/x-amz-json-1.0";

    private readonly Dictionary<string, IAwsJsonService> _services =
        services.ToDictionary(service => service.TargetPrefix, StringComparer.Ordinal);

    /// <summary>Whether the target belongs to one of the services here.</summary>
    public bool Serves(string target) => _services.ContainsKey(Prefix(target));

    /// <summary>Answers one request. Never throws for a bad request: the answer says what is wrong.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        context.Response.Headers["x-amzn-RequestId"] = random.NewGuid().ToString();
        try
        {
            if (!_services.TryGetValue(Prefix(target), out var service))
                throw new AwsJsonException("UnknownOperationException", $"X-Amz-Target '{target}' is not served here.");

            var request = await ReadAsync(context.Request, context.RequestAborted);
            var operation = target[(service.TargetPrefix.Length + 1)..];
            var answer = await service.InvokeAsync(operation, request, context.RequestAborted);
            await WriteAsync(context.Response, 200, answer);
        }
        catch (AwsJsonException error)
        {
            await WriteErrorAsync(context.Response, error);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
#pragma warning disable CA1031 // whatever goes wrong inside, the caller gets an AWS error
        catch (Exception error)
#pragma warning restore CA1031
        {
            logger.LogError(error, "{Target} failed", target);
            await WriteErrorAsync(context.Response, new AwsJsonException("InternalFailure", "The request failed on the server.", 500));
        }
    }

    private static string Prefix(string target)
    {
        var dot = target.IndexOf('.');
        return dot < 0 ? target : target[..dot];
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength == 0)
            return [];
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MaxRequestBytes;
        try
        {
            // As text, since bytes that are no UTF-8 and half surrogate pairs would fail where the string is read, and not here.
            using var body = new StreamReader(request.Body, Encoding.UTF8);
            var text = await body.ReadToEndAsync(cancellationToken);
            return StrictJson.Parse(text) as JsonObject
                ?? throw new AwsJsonException("SerializationException", "The body must be a JSON object.");
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new AwsJsonException("RequestEntityTooLargeException", $"The body is larger than {MaxRequestBytes} bytes.", 413);
        }
        catch (JsonException error)
        {
            throw new AwsJsonException("SerializationException", $"The body is not JSON with each member once: {error.Message}");
        }
    }

    private static Task WriteErrorAsync(HttpResponse response, AwsJsonException error)
    {
        if (error.QueryError is not null)
            response.Headers["x-amzn-query-error"] = error.QueryError;
        return WriteAsync(response, error.Status, new JsonObject { ["__type"] = error.Code, ["message"] = error.Message });
    }

    private static async Task WriteAsync(HttpResponse response, int status, JsonObject body)
    {
        response.StatusCode = status;
        response.ContentType = ContentType;
        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        body.WriteTo(writer);
    }
}
