using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Servers;

namespace KakaoWorkflow.Emulator.Lambda.Runtime;

/// <summary>
/// The Lambda Runtime API (2018-06-01). Each process has a base path of its own, which nobody can guess and which tells processes apart.
/// </summary>
internal sealed class RuntimeApi(IRandomSource random)
{
    private const int MaxErrorBytes = 1024 * 1024;

    private readonly ConcurrentDictionary<string, RuntimeSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>Opens a session.</summary>
    /// <returns>The path under which its process finds the API, and the session.</returns>
    public (string Path, RuntimeSession Session) Open()
    {
        var path = random.NewGuid().ToString("N");
        var session = new RuntimeSession();
        _sessions[path] = session;
        return (path, session);
    }

    /// <summary>Closes a session whose process has ended.</summary>
    public void Close(string path) => _sessions.TryRemove(path, out _);

    /// <summary>Maps the API's calls.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Runtime = "/{session}/2018-06-01/runtime";
        routes.MapGet($"{Runtime}/invocation/next", NextAsync);
        routes.MapPost($"{Runtime}/invocation/{{id}}/response", context => AnswerAsync(context, failed: false, LambdaLimits.MaxResponseBytes));
        routes.MapPost($"{Runtime}/invocation/{{id}}/error", context => AnswerAsync(context, failed: true, MaxErrorBytes));
        routes.MapPost($"{Runtime}/init/error", InitializationErrorAsync);
    }

    private async Task NextAsync(HttpContext context)
    {
        if (Session(context) is not { } session)
        {
            await RefuseAsync(context, 403, "UnknownSession", "This process is not known.");
            return;
        }
        try
        {
            var (call, deadline) = await session.NextAsync(context.RequestAborted);
            var headers = context.Response.Headers;
            headers["Lambda-Runtime-Aws-Request-Id"] = call.RequestId;
            headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            headers["Lambda-Runtime-Invoked-Function-Arn"] = call.InvokedArn;
            headers["Lambda-Runtime-Trace-Id"] = call.TraceId;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(call.Payload, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, bool failed, int limitBytes)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        var body = await context.Request.ReadBodyAsync(limitBytes, context.RequestAborted);
        var outcome = body switch
        {
            _ when failed => new RuntimeOutcome(ErrorDocument(context, body), Failed: true),
            null => new RuntimeOutcome(FunctionErrors.ResponseTooLarge(), Failed: true),
            { } payload => new RuntimeOutcome(payload, Failed: false),
        };
        if (Session(context) is not { } session || !session.Answer(id, outcome))
            await RefuseAsync(context, 400, "InvalidRequestID", "No event of that request id is being processed.");
        else if (body is null)
            await RefuseAsync(context, 413, "RequestEntityTooLarge", $"The body is larger than {limitBytes} bytes.");
        else
            await AcceptAsync(context);
    }

    private async Task InitializationErrorAsync(HttpContext context)
    {
        var body = await context.Request.ReadBodyAsync(MaxErrorBytes, context.RequestAborted);
        if (Session(context) is not { } session)
        {
            await RefuseAsync(context, 403, "UnknownSession", "This process is not known.");
            return;
        }
        session.InitializationFailed(ErrorDocument(context, body));
        await AcceptAsync(context);
    }

    /// <summary>A body that is not a JSON object is replaced by what the headers say.</summary>
    private static byte[] ErrorDocument(HttpContext context, ReadOnlyMemory<byte>? body)
    {
        try
        {
            if (body is { } document && JsonNode.Parse(document.Span) is JsonObject)
                return document.ToArray();
        }
        catch (JsonException)
        {
            // The headers below are all that is left.
        }
        var type = context.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        return FunctionErrors.Of(type.Length == 0 ? "Runtime.Unknown" : type, "The function reported an error without a document.");
    }

    private RuntimeSession? Session(HttpContext context) =>
        _sessions.GetValueOrDefault((string)context.Request.RouteValues["session"]!);

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = 202;
        return context.Response.WriteAsJsonAsync(new JsonObject { ["status"] = "OK" });
    }

    private static Task RefuseAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new JsonObject { ["errorMessage"] = message, ["errorType"] = type });
    }
}
