using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Servers;

namespace KakaoWorkflow.Emulator.HttpApi;

/// <summary>
/// An API Gateway HTTP API (v2) in front of functions, payload format 2.0. Query strings are never logged: they carry payment tokens.
/// </summary>
/// <param name="routes">The routes; all APIs of a stack share one address here.</param>
/// <param name="settings">Account and domain in events.</param>
/// <param name="lambda">Runs the functions.</param>
/// <param name="time">The time in events and the time-out of an integration.</param>
/// <param name="random">Request ids.</param>
/// <param name="logger">One line per request that did not end well.</param>
internal sealed class HttpApiGateway(
    IEnumerable<RouteResource> routes,
    Deployment.StackSettings settings,
    ILambdaInvoker lambda,
    TimeProvider time,
    IRandomSource random,
    ILogger<HttpApiGateway> logger)
{
    /// <summary>API Gateway's limit for a request's body.</summary>
    public const int MaxBodyBytes = 10 * 1024 * 1024;

    private readonly List<HttpRoute> _routes = [.. routes.Select(route => new HttpRoute(route))];

    /// <summary>Answers one request. Whatever the function does, the caller gets an HTTP answer.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var (route, parameters) = Find(context.Request);
        if (route is null)
        {
            await HttpApiResponse.Message(404, "Not Found").WriteAsync(context.Response);
            return;
        }
        var body = await context.Request.ReadBodyAsync(MaxBodyBytes, context.RequestAborted);
        if (body is null)
        {
            await HttpApiResponse.Message(413, "Request Entity Too Large").WriteAsync(context.Response);
            return;
        }
        var incoming = new HttpApiRequest(context, route.Key, route.Resource.ApiId, parameters, body.Value);
        var answer = await InvokeAsync(route, incoming.ToEvent(settings, random.NewGuid(), time.GetUtcNow()), context.RequestAborted);
        if (!context.RequestAborted.IsCancellationRequested)
            await answer.WriteAsync(context.Response);
    }

    private (HttpRoute? Route, Dictionary<string, string> Parameters) Find(HttpRequest request)
    {
        var path = (request.Path.Value ?? "/").Split('/');
        var (best, bestRank, bestParameters) = ((HttpRoute?)null, (string?)null, new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var route in _routes)
        {
            var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
            var rank = route.Match(request.Method, path, parameters);
            if (rank is not null && (bestRank is null || string.CompareOrdinal(rank, bestRank) < 0))
                (best, bestRank, bestParameters) = (route, rank, parameters);
        }
        return (best, bestParameters);
    }

    private async Task<HttpApiResponse> InvokeAsync(HttpRoute route, byte[] payload, CancellationToken aborted)
    {
        try
        {
            var answer = await lambda.InvokeAsync(route.Resource.FunctionName, payload, aborted)
                .WaitAsync(TimeSpan.FromMilliseconds(route.Resource.TimeoutMilliseconds), time, aborted);
            if (answer.FunctionError is null && HttpApiResponse.TryRead(answer.Payload, out var response))
                return response;
            logger.LogWarning(
                "{Route}: {Function} {Outcome}",
                route.Key,
                route.Resource.FunctionName,
                answer.FunctionError is null ? "answered something that is no HTTP response" : "failed");
            return HttpApiResponse.Message(500, "Internal Server Error");
        }
        catch (TimeoutException)
        {
            logger.LogWarning("{Route}: {Function} took too long", route.Key, route.Resource.FunctionName);
            return HttpApiResponse.Message(503, "Service Unavailable");
        }
        catch (LambdaServiceException error)
        {
            logger.LogWarning("{Route}: {Function} was not run: {Code}", route.Key, route.Resource.FunctionName, error.Code);
            return error.Status switch
            {
                429 => HttpApiResponse.Message(503, "Service Unavailable"),
                413 => HttpApiResponse.Message(413, "Request Too Long"),
                _ => HttpApiResponse.Message(500, "Internal Server Error"),
            };
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            return HttpApiResponse.Message(499, "Client Closed Request");
        }
    }
}
