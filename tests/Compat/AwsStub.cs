using System.Net;
using System.Text;
using Amazon.Runtime;

namespace KakaoWorkflow.Tests.Compat;

/// <summary>Stands at the HTTP layer of an SDK client: records what it sends and answers what a test has prepared, in turn.</summary>
internal sealed class AwsStub : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<RecordedCall> Calls { get; } = [];

    public RecordedCall Call => Calls.ShouldHaveSingleItem();

    public AwsStub Answer(string body = "{}", HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers.Enqueue(() =>
        {
            var response = new HttpResponseMessage(status)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0"),
            };
            response.Headers.Add("x-amzn-RequestId", "request-1");
            return response;
        });
        return this;
    }

    public AwsStub Fail(Exception exception)
    {
        _answers.Enqueue(() => throw exception);
        return this;
    }

    /// <summary>Points a client at this stub. A call that fails is not repeated unless <paramref name="retries"/> says so.</summary>
    public T Configure<T>(T config, int retries = 0)
        where T : ClientConfig
    {
        config.ServiceURL = "http://127.0.0.1:9";
        config.AuthenticationRegion = "ap-northeast-2";
        return Attach(config, retries);
    }

    /// <summary>Takes the place of the network, and leaves the endpoint to the client.</summary>
    public T Attach<T>(T config, int retries = 0)
        where T : ClientConfig
    {
        config.HttpClientFactory = new Factory(this);
        config.MaxErrorRetry = retries;
        return config;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
        Calls.Add(new RecordedCall(
            request.Method.Method,
            request.RequestUri!,
            headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken)));
        return _answers.Dequeue()();
    }

    private sealed class Factory(AwsStub stub) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(stub, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
