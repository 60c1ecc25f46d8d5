using System.Text.Json.Nodes;

namespace KakaoWorkflow.Proof.Fuzzing.Worlds;

/// <summary>Events of an HTTP API, payload format 2.0, and of a queue.</summary>
internal static class HttpEvent
{
    public static JsonObject Post(string path, JsonObject headers, string? body, bool isBase64) =>
        Of("POST", path, headers, body, isBase64, null);

    public static JsonObject Get(string? path, JsonObject? query, string? userAgent) =>
        Of("GET", path, userAgent is null ? [] : new JsonObject { ["user-agent"] = userAgent }, null, false, query);

    /// <summary>A batch of messages, numbered from 0.</summary>
    public static JsonObject Batch(IEnumerable<string?> bodies) => new()
    {
        ["Records"] = new JsonArray([.. bodies.Select((body, index) => new JsonObject
        {
            ["messageId"] = $"message-{index}",
            ["receiptHandle"] = $"receipt-{index}",
            ["body"] = body,
            ["attributes"] = new JsonObject { ["ApproximateReceiveCount"] = "1" },
            ["messageAttributes"] = new JsonObject(),
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = "arn:aws:sqs:ap-northeast-2:000000000000:queue",
            ["awsRegion"] = "ap-northeast-2",
        })]),
    };

    private static JsonObject Of(string method, string? path, JsonObject headers, string? body, bool isBase64, JsonObject? query) => new()
    {
        ["version"] = "2.0",
        ["routeKey"] = $"{method} /",
        ["rawPath"] = path,
        ["rawQueryString"] = "",
        ["headers"] = headers,
        ["queryStringParameters"] = query,
        ["requestContext"] = new JsonObject
        {
            ["http"] = new JsonObject { ["method"] = method, ["path"] = path, ["sourceIp"] = "192.0.2.1" },
            ["timeEpoch"] = 0,
        },
        ["body"] = body,
        ["isBase64Encoded"] = isBase64,
    };
}
