using System.Net;
using System.Text;
using System.Threading.Channels;

namespace KakaoWorkflow.Tests.Compat.RuntimeSupport;

/// <summary>Lambda's side of the Runtime API. A function that asks for more work than a test has prepared waits.</summary>
internal sealed class FakeRuntimeApi : HttpMessageHandler
{
    public const string Endpoint = "127.0.0.1:9001";

    private readonly Channel<HttpResponseMessage> _invocations = Channel.CreateUnbounded<HttpResponseMessage>();
    private readonly Channel<RecordedCall> _posts = Channel.CreateUnbounded<RecordedCall>();
    private readonly Queue<HttpStatusCode> _postAnswers = new();

    public FakeRuntimeApi Invoke(string requestId, string payload, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(payload, Encoding.UTF8, "application/json") };
        response.Headers.Add("Lambda-Runtime-Aws-Request-Id", requestId);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        _invocations.Writer.TryWrite(response);
        return this;
    }

    public FakeRuntimeApi RefuseNext(HttpStatusCode status)
    {
        _invocations.Writer.TryWrite(new HttpResponseMessage(status) { Content = new StringContent("""{"errorType":"Refused"}""") });
        return this;
    }

    /// <summary>Answers the next post of the function with another status than 202.</summary>
    public FakeRuntimeApi AnswerPostWith(HttpStatusCode status)
    {
        _postAnswers.Enqueue(status);
        return this;
    }

    public async Task<RecordedCall> NextPostAsync() => await _posts.Reader.ReadAsync(TestContext.Current.CancellationToken);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri!.Authority.ShouldBe(Endpoint);
        if (request.Method == HttpMethod.Get)
        {
            request.RequestUri.AbsolutePath.ShouldBe("/2018-06-01/runtime/invocation/next");
            return await _invocations.Reader.ReadAsync(cancellationToken);
        }

        var headers = request.Headers.Concat(request.Content!.Headers);
        await _posts.Writer.WriteAsync(
            new RecordedCall(
                request.Method.Method,
                request.RequestUri,
                headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
                await request.Content.ReadAsStringAsync(cancellationToken)),
            cancellationToken);
        return new HttpResponseMessage(_postAnswers.TryDequeue(out var status) ? status : HttpStatusCode.Accepted)
        {
            Content = new StringContent("""{"status":"OK"}"""),
        };
    }
}
