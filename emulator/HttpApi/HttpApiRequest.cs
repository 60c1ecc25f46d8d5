using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KakaoWorkflow.Emulator.Deployment;

namespace KakaoWorkflow.Emulator.HttpApi;

/// <summary>A request on its way into an event of payload format 2.0.</summary>
internal sealed class HttpApiRequest(
    HttpContext context, string routeKey, string apiId, Dictionary<string, string> pathParameters, ReadOnlyMemory<byte> body)
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpRequest _request = context.Request;

    public byte[] ToEvent(StackSettings settings, Guid requestId, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Written))
        {
            writer.WriteStartObject();
            writer.WriteString("version", "2.0");
            writer.WriteString("routeKey", routeKey);
            writer.WriteString("rawPath", _request.Path.Value);
            writer.WriteString("rawQueryString", _request.QueryString.Value is { Length: > 0 } query ? query[1..] : "");
            WriteCookies(writer);
            WriteHeaders(writer);
            WriteQuery(writer);
            WriteContext(writer, settings, requestId, now);
            if (pathParameters.Count > 0)
            {
                writer.WriteStartObject("pathParameters");
                foreach (var (name, value) in pathParameters)
                    writer.WriteString(name, value);
                writer.WriteEndObject();
            }
            WriteBody(writer);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private void WriteCookies(Utf8JsonWriter writer)
    {
        var cookies = _request.Headers.Cookie
            .SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        if (cookies.Count == 0)
            return;
        writer.WriteStartArray("cookies");
        foreach (var cookie in cookies)
            writer.WriteStringValue(cookie);
        writer.WriteEndArray();
    }

    private void WriteHeaders(Utf8JsonWriter writer)
    {
        var headers = _request.Headers
            .Where(header => !header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(',', header.Value.ToArray()), StringComparer.Ordinal);
        headers["x-forwarded-for"] = headers.TryGetValue("x-forwarded-for", out var earlier) ? $"{earlier}, {SourceIp}" : SourceIp;
        headers["x-forwarded-port"] = context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture);
        headers["x-forwarded-proto"] = _request.Scheme;
        writer.WriteStartObject("headers");
        foreach (var (name, value) in headers.OrderBy(header => header.Key, StringComparer.Ordinal))
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private void WriteQuery(Utf8JsonWriter writer)
    {
        if (_request.Query.Count == 0)
            return;
        writer.WriteStartObject("queryStringParameters");
        foreach (var (name, values) in _request.Query)
            writer.WriteString(name, string.Join(',', values.ToArray()));
        writer.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter writer, StackSettings settings, Guid requestId, DateTimeOffset now)
    {
        var domain = _request.Host.Host;
        writer.WriteStartObject("requestContext");
        writer.WriteString("accountId", settings.AccountId);
        writer.WriteString("apiId", apiId);
        writer.WriteString("domainName", domain);
        writer.WriteString("domainPrefix", domain.Split('.')[0]);
        writer.WriteStartObject("http");
        writer.WriteString("method", _request.Method);
        writer.WriteString("path", _request.Path.Value);
        writer.WriteString("protocol", _request.Protocol);
        writer.WriteString("sourceIp", SourceIp);
        writer.WriteString("userAgent", _request.Headers.UserAgent.ToString());
        writer.WriteEndObject();
        writer.WriteString("requestId", requestId.ToString());
        writer.WriteString("routeKey", routeKey);
        writer.WriteString("stage", "$default");
        writer.WriteString("time", now.ToUniversalTime().ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));
        writer.WriteNumber("timeEpoch", now.ToUnixTimeMilliseconds());
        writer.WriteEndObject();
    }

    private void WriteBody(Utf8JsonWriter writer)
    {
        var binary = !body.IsEmpty && !(IsText(_request.ContentType) && Utf8.IsValid(body.Span));
        if (binary)
            writer.WriteBase64String("body", body.Span);
        else if (!body.IsEmpty)
            writer.WriteString("body", Encoding.UTF8.GetString(body.Span));
        writer.WriteBoolean("isBase64Encoded", binary);
    }

    private string SourceIp => context.Connection.RemoteIpAddress?.MapToIPv4().ToString() ?? "";

    /// <summary>Form posts count as binary, as API Gateway has it.</summary>
    private static bool IsText(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        return type is null or "application/json" or "application/xml" or "application/javascript"
            || type.StartsWith("text/", StringComparison.Ordinal)
            || type.EndsWith("+json", StringComparison.Ordinal)
            || type.EndsWith("+xml", StringComparison.Ordinal);
    }
}
