using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.DynamoDb;

namespace KakaoWorkflow.Proof.Injection;

/// <summary>A request that can be sent at any time, any number of times.</summary>
internal sealed class BufferedCall
{
    private readonly HttpMethod _method;
    private readonly Uri _address;
    private readonly List<(string Name, string[] Values)> _headers;
    private readonly List<(string Name, string[] Values)> _contentHeaders;
    private readonly byte[] _body;

    private BufferedCall(HttpRequestMessage request, byte[] body)
    {
        (_method, _address, _body) = (request.Method, request.RequestUri!, body);
        _headers = [.. request.Headers.Select(header => (header.Key, header.Value.ToArray()))];
        _contentHeaders = request.Content is { } content ? [.. content.Headers.Select(header => (header.Key, header.Value.ToArray()))] : [];
    }

    /// <summary>The body as text.</summary>
    public string Body => Encoding.UTF8.GetString(_body);

    /// <summary>What comes last in the target header, or in the path where there is none.</summary>
    public string Operation => Target is { } target ? target[(target.LastIndexOf('.') + 1)..] : _address.Segments[^1];

    /// <summary>Whether it is DynamoDB's.</summary>
    public bool IsDynamoDb => Target is { } target && DynamoDbForwarder.Serves(target);

    private string? Target =>
        _headers.Find(header => header.Name.Equals("X-Amz-Target", StringComparison.OrdinalIgnoreCase)) is { Values: [var target] } ? target : null;

    public static async Task<BufferedCall> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(request, request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));

    /// <summary>Whether its JSON body has a field.</summary>
    public bool Has(string field) => JsonNode.Parse(_body)?[field] is not null;

    /// <summary>The same request with one field of its JSON body set. Only servers that check no signature take it.</summary>
    public BufferedCall With(string field, JsonNode value)
    {
        var body = JsonNode.Parse(_body)!.AsObject();
        body[field] = value;
        using var request = ToRequest();
        return new BufferedCall(request, Encoding.UTF8.GetBytes(body.ToJsonString()));
    }

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(_method, _address) { Content = new ByteArrayContent(_body) };
        foreach (var (name, values) in _headers)
            request.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, values) in _contentHeaders.Where(header => !header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
            request.Content.Headers.TryAddWithoutValidation(name, values);
        return request;
    }
}
