using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace KakaoWorkflow.Emulator.HttpApi;

/// <summary>What a function's answer is over HTTP.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="Headers">The headers, content type among them.</param>
/// <param name="Cookies">One <c>Set-Cookie</c> each.</param>
/// <param name="Body">The body.</param>
internal sealed record HttpApiResponse(
    int StatusCode, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Cookies, ReadOnlyMemory<byte> Body)
{
    private const string ContentType = "content-type";

    /// <summary>API Gateway's own answers.</summary>
    public static HttpApiResponse Message(int statusCode, string message) =>
        new(statusCode, Typed("application/json"), [], JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["message"] = message }));

    /// <summary>
    /// Reads an answer: an object with a <c>statusCode</c> is a response; any other JSON is the body of a 200 of type JSON
    /// (a text goes out without its quotes).
    /// </summary>
    /// <returns>False for an answer that API Gateway would not understand.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> payload, [NotNullWhen(true)] out HttpApiResponse? response)
    {
        response = null;
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("statusCode", out var status))
                response = Structured(root, status);
            else if (root.ValueKind == JsonValueKind.String)
                response = new HttpApiResponse(200, Typed("application/json"), [], Encoding.UTF8.GetBytes(root.GetString()!));
            else
                response = new HttpApiResponse(200, Typed("application/json"), [], payload);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
        return response is not null;
    }

    /// <summary>Sends it.</summary>
    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = StatusCode;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        foreach (var cookie in Cookies)
            response.Headers.Append("Set-Cookie", cookie);
        response.ContentLength = Body.Length;
        if (!Body.IsEmpty && !HttpMethods.IsHead(response.HttpContext.Request.Method))
            await response.Body.WriteAsync(Body);
    }

    private static HttpApiResponse? Structured(JsonElement root, JsonElement status)
    {
        if (!status.TryGetInt32(out var code) || code is < 200 or > 599)
            return null;
        var headers = Typed("text/plain; charset=utf-8");
        if (Member(root, "headers") is { } given)
        {
            foreach (var header in given.EnumerateObject())
            {
                if (!IsOwn(header.Name))
                    headers[header.Name] = header.Value.ToString();
            }
        }
        List<string> cookies = Member(root, "cookies") is { } list ? [.. list.EnumerateArray().Select(cookie => cookie.GetString()!)] : [];
        var text = Member(root, "body") is { } body ? body.GetString()! : "";
        var binary = Member(root, "isBase64Encoded") is { } flag && flag.GetBoolean();
        return new HttpApiResponse(code, headers, cookies, binary ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text));
    }

    private static JsonElement? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static Dictionary<string, string> Typed(string type) => new(StringComparer.OrdinalIgnoreCase) { [ContentType] = type };

    /// <summary>The connection's headers are the gateway's.</summary>
    private static bool IsOwn(string name) =>
        name.Equals("content-length", StringComparison.OrdinalIgnoreCase)
        || name.Equals("transfer-encoding", StringComparison.OrdinalIgnoreCase)
        || name.Equals("connection", StringComparison.OrdinalIgnoreCase);
}
