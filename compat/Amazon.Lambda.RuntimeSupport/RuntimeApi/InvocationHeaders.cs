using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>What comes with an invocation besides its payload. Without values where nothing is invoked yet.</summary>
internal sealed record InvocationHeaders
{
    public string AwsRequestId { get; init; }

    public DateTimeOffset Deadline { get; init; }

    public string InvokedFunctionArn { get; init; }

    public string TraceId { get; init; }

    public string TenantId { get; init; }

    public string ClientContextJson { get; init; }

    public string CognitoIdentityJson { get; init; }

    /// <exception cref="RuntimeApiException">The request id is missing.</exception>
    public static InvocationHeaders Read(HttpResponseHeaders headers) => new()
    {
        AwsRequestId = Value(headers, "Lambda-Runtime-Aws-Request-Id")
            ?? throw new RuntimeApiException("An invocation came without the header Lambda-Runtime-Aws-Request-Id."),
        Deadline = DateTimeOffset.FromUnixTimeMilliseconds(
            long.TryParse(Value(headers, "Lambda-Runtime-Deadline-Ms"), NumberStyles.None, CultureInfo.InvariantCulture, out var deadline)
                ? deadline
                : 0),
        InvokedFunctionArn = Value(headers, "Lambda-Runtime-Invoked-Function-Arn"),
        TraceId = Value(headers, "Lambda-Runtime-Trace-Id"),
        TenantId = Value(headers, "Lambda-Runtime-Aws-Tenant-Id"),
        ClientContextJson = Value(headers, "Lambda-Runtime-Client-Context"),
        CognitoIdentityJson = Value(headers, "Lambda-Runtime-Cognito-Identity"),
    };

    private static string Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
