using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Servers;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>The REST operations of Lambda that are served: invoking, concurrency, and looking at functions.</summary>
internal sealed class LambdaEndpoint(LambdaService lambda, IRandomSource random)
{
    private const int MaxPage = 50;
    private const int MaxSettingsBytes = 64 * 1024;

    /// <summary>Maps the operations at their AWS paths.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/2015-03-31/functions/{name}/invocations", Answering(InvokeAsync));
        routes.MapGet("/2015-03-31/functions/", Answering(ListAsync));
        routes.MapGet("/2015-03-31/functions/{name}/configuration", Answering(context => WriteAsync(context, 200, Describe(lambda.Get(Name(context))))));
        routes.MapPut("/2017-10-31/functions/{name}/concurrency", Answering(PutConcurrencyAsync));
        routes.MapGet("/2019-09-30/functions/{name}/concurrency", Answering(context => WriteAsync(context, 200, Concurrency(Name(context)))));
        routes.MapDelete("/2017-10-31/functions/{name}/concurrency", Answering(context =>
        {
            lambda.SetReservedConcurrency(Name(context), null);
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        }));
    }

    private async Task InvokeAsync(HttpContext context)
    {
        var name = Name(context);
        if (context.Request.Query["Qualifier"].ToString() is { Length: > 0 } qualifier)
            name = $"{name}:{qualifier}";
        var type = context.Request.Headers["X-Amz-Invocation-Type"].ToString();
        switch (type)
        {
            case "" or "RequestResponse":
                var answer = await lambda.InvokeAsync(name, await BodyAsync(context, LambdaLimits.MaxRequestBytes), context.RequestAborted);
                context.Response.Headers["x-amzn-RequestId"] = answer.RequestId;
                context.Response.Headers["X-Amz-Executed-Version"] = "$LATEST";
                if (answer.FunctionError is not null)
                    context.Response.Headers["X-Amz-Function-Error"] = answer.FunctionError;
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(answer.Payload, context.RequestAborted);
                break;
            case "Event":
                lambda.Post(name, await BodyAsync(context, LambdaLimits.MaxEventBytes));
                context.Response.StatusCode = 202;
                break;
            case "DryRun":
                lambda.CheckKnown(name);
                context.Response.StatusCode = 204;
                break;
            default:
                throw new LambdaServiceException("InvalidParameterValueException", $"X-Amz-Invocation-Type cannot be '{type}'.", 400);
        }
    }

    private Task ListAsync(HttpContext context)
    {
        var size = Number(context, "MaxItems", MaxPage) is var asked and >= 1 ? Math.Min(asked, MaxPage) : MaxPage;
        var from = Number(context, "Marker", 0);
        var page = lambda.Functions.Skip(from).Take(size).Select(function => (JsonNode)Describe(function));
        var answer = new JsonObject { ["Functions"] = new JsonArray([.. page]) };
        if (from + size < lambda.Functions.Count)
            answer["NextMarker"] = (from + size).ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, 200, answer);
    }

    private async Task PutConcurrencyAsync(HttpContext context)
    {
        var body = await BodyAsync(context, MaxSettingsBytes);
        if (StrictJson.ParseObject(Encoding.UTF8.GetString(body.Span)) is not { } settings
            || settings.Any(entry => entry.Key != "ReservedConcurrentExecutions")
            || settings["ReservedConcurrentExecutions"] is not JsonValue number
            || !number.TryGetValue<int>(out var reserved))
        {
            throw new LambdaServiceException(
                "InvalidParameterValueException", "The body must be a JSON object with the number ReservedConcurrentExecutions alone.", 400);
        }
        lambda.SetReservedConcurrency(Name(context), reserved);
        await WriteAsync(context, 200, Concurrency(Name(context)));
    }

    private JsonObject Concurrency(string name) =>
        lambda.GetReservedConcurrency(name) is { } reserved ? new() { ["ReservedConcurrentExecutions"] = reserved } : [];

    /// <summary>The variables are left out: they hold secrets.</summary>
    private static JsonObject Describe(FunctionConfiguration function) => new()
    {
        ["FunctionName"] = function.Name,
        ["FunctionArn"] = function.Arn,
        ["Runtime"] = function.Runtime,
        ["Handler"] = function.Handler,
        ["Timeout"] = function.TimeoutSeconds,
        ["MemorySize"] = function.MemoryMegabytes,
        ["Version"] = "$LATEST",
        ["PackageType"] = "Zip",
        ["State"] = "Active",
        ["LastUpdateStatus"] = "Successful",
    };

    private RequestDelegate Answering(RequestDelegate operation) => async context =>
    {
        context.Response.Headers["x-amzn-RequestId"] = random.NewGuid().ToString();
        try
        {
            await operation(context);
        }
        catch (LambdaServiceException error)
        {
            context.Response.Headers["x-amzn-ErrorType"] = error.Code;
            await WriteAsync(context, error.Status, new JsonObject { ["Type"] = error.Status < 500 ? "User" : "Service", ["Message"] = error.Message });
        }
    };

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext context, int limit) =>
        await context.Request.ReadBodyAsync(limit, context.RequestAborted)
        ?? throw new LambdaServiceException(
            "RequestTooLargeException", $"Request must be smaller than {limit} bytes for the InvokeFunction operation", 413);

    private static string Name(HttpContext context) => (string)context.Request.RouteValues["name"]!;

    private static int Number(HttpContext context, string name, int absent) => context.Request.Query[name].ToString() switch
    {
        "" => absent,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new LambdaServiceException("InvalidParameterValueException", $"{name} must be a number.", 400),
    };

    private static Task WriteAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }
}
