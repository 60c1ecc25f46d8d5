using System.Net;
using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.HttpApi;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Tests.Emulator.Lambda;
using KakaoWorkflow.Tests.Support.Clocks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Emulator.HttpApi;

public sealed class HttpApiGatewayTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 3, 4, 5, TimeSpan.Zero));
    private readonly StubRunner _runner;
    private Func<FunctionCall, Task<LambdaInvocation>> _answer = call => Task.FromResult(call.Returned("null"u8.ToArray()));
    private LambdaService _lambda = null!;
    private LoopbackServer _server = null!;
    private HttpClient _http = null!;

    public HttpApiGatewayTests() => _runner = new StubRunner(call => _answer(call));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        RouteResource[] routes =
        [
            Route("GET", "/pay/{orderId}", "link"),
            Route("GET", "/pay/{orderId}/{kind}", "return"),
            Route("GET", "/pay/help", "help"),
            Route("ANY", "/pay/help", "help-any"),
            Route("ANY", "/files/{path+}", "files"),
            Route("POST", "/skill/pay", "skill"),
        ];
        _lambda = Functions.Service(_runner, null, [.. routes.Select(route => Functions.Named(route.FunctionName)), Functions.Named("rest")]);
        var gateway = new HttpApiGateway(
            routes, new StackSettings(), _lambda, _time, new SeededRandomSource(1), NullLogger<HttpApiGateway>.Instance);
        _server = await LoopbackServer.StartAsync(ReservedPort.Any(), app => app.Run(gateway.HandleAsync), NullLoggerFactory.Instance);
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _server.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await _lambda.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/pay/o-1", "link", "GET /pay/{orderId}", """{"orderId":"o-1"}""")]
    [InlineData("GET", "/pay/o-1/approved", "return", "GET /pay/{orderId}/{kind}", """{"orderId":"o-1","kind":"approved"}""")]
    [InlineData("GET", "/pay/help", "help", "GET /pay/help", null)]
    [InlineData("PUT", "/pay/help", "help-any", "ANY /pay/help", null)]
    [InlineData("DELETE", "/files/a/b%20c", "files", "ANY /files/{path+}", """{"path":"a/b c"}""")]
    public async Task Request_Routed_ToTheClosestRoute(string method, string path, string function, string routeKey, string? parameters)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _http.SendAsync(request, Token);
        var call = _runner.Calls.Single();
        call.Function.Name.ShouldBe(function);
        var it = JsonNode.Parse(call.Payload.Span)!;
        it["routeKey"]!.GetValue<string>().ShouldBe(routeKey);
        it["pathParameters"]?.ToJsonString().ShouldBe(parameters);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/pay")]
    [InlineData("GET", "/pay/")]
    [InlineData("GET", "/pay/a/b/c")]
    [InlineData("GET", "/skill/pay")]
    [InlineData("POST", "/pay/o-1")]
    [InlineData("GET", "/files")]
    public async Task Request_WithoutARoute_IsNotFound(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _http.SendAsync(request, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("""{"message":"Not Found"}""");
        _runner.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Event_IsPayloadFormat2()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/skill/pay?a=1&a=2&b=%EB%9D%BC");
        request.Headers.Add("Cookie", "one=1; two=2");
        request.Headers.Add("X-Many", ["first", "second"]);
        request.Headers.Add("User-Agent", "test");
        request.Content = new StringContent("""{"말":"라떼"}""", Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request, Token);

        var port = _server.Address.Port;
        Encoding.UTF8.GetString(_runner.Calls.Single().Payload.Span).ShouldBe(
            $$"""
            {"version":"2.0","routeKey":"POST /skill/pay","rawPath":"/skill/pay","rawQueryString":"a=1&a=2&b=%EB%9D%BC",
            "cookies":["one=1","two=2"],
            "headers":{"content-length":"{{Encoding.UTF8.GetByteCount("""{"말":"라떼"}""")}}","content-type":"application/json; charset=utf-8","host":"127.0.0.1:{{port}}","user-agent":"test","x-forwarded-for":"127.0.0.1","x-forwarded-port":"{{port}}","x-forwarded-proto":"http","x-many":"first, second"},
            "queryStringParameters":{"a":"1,2","b":"라"},
            "requestContext":{"accountId":"000000000000","apiId":"api","domainName":"127.0.0.1","domainPrefix":"127","http":{"method":"POST","path":"/skill/pay","protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"test"},"requestId":"{{RequestId}}","routeKey":"POST /skill/pay","stage":"$default","time":"23/Nov/2026:03:04:05 +0000","timeEpoch":1795403045000},
            "body":"{\"말\":\"라떼\"}","isBase64Encoded":false}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "a=b", true)]
    [InlineData("application/octet-stream", "plain", true)]
    [InlineData("text/plain", "plain", false)]
    [InlineData("application/vnd.api+json", "{}", false)]
    public async Task Body_ThatIsNotText_IsBase64(string type, string body, bool binary)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.Add("Content-Type", type);
        using var answer = await _http.PostAsync("/skill/pay", content, Token);
        var it = JsonNode.Parse(_runner.Calls.Single().Payload.Span)!;
        it["isBase64Encoded"]!.GetValue<bool>().ShouldBe(binary);
        it["body"]!.GetValue<string>().ShouldBe(binary ? Convert.ToBase64String(Encoding.UTF8.GetBytes(body)) : body);
    }

    [Fact]
    public async Task Body_OverTheLimit_IsRefused()
    {
        using var answer = await _http.PostAsync("/skill/pay", new ByteArrayContent(new byte[HttpApiGateway.MaxBodyBytes + 1]), Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        _runner.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"statusCode":302,"headers":{"Location":"https://x/","X-N":5},"cookies":["a=1","b=2"]}""", 302, "text/plain; charset=utf-8", "")]
    [InlineData("""{"statusCode":200,"headers":{"content-type":"text/html"},"body":"<p>라떼</p>"}""", 200, "text/html", "<p>라떼</p>")]
    [InlineData("""{"statusCode":200,"body":"/wA=","isBase64Encoded":true}""", 200, "text/plain; charset=utf-8", "\u00ff\0")]
    [InlineData("""{"version":"2.0","template":{}}""", 200, "application/json", """{"version":"2.0","template":{}}""")]
    [InlineData("\"hello\"", 200, "application/json", "hello")]
    [InlineData("[1]", 200, "application/json", "[1]")]
    [InlineData("""{"statusCode":"many"}""", 500, "application/json", """{"message":"Internal Server Error"}""")]
    [InlineData("""{"statusCode":999}""", 500, "application/json", """{"message":"Internal Server Error"}""")]
    [InlineData("""{"statusCode":200,"body":{}}""", 500, "application/json", """{"message":"Internal Server Error"}""")]
    [InlineData("not json", 500, "application/json", """{"message":"Internal Server Error"}""")]
    public async Task Answer_Mapped_AsApiGatewayDoes(string payload, int status, string type, string body)
    {
        _answer = call => Task.FromResult(call.Returned(Encoding.UTF8.GetBytes(payload)));
        using var answer = await _http.GetAsync("/pay/o-1", Token);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.GetValues("Content-Type").Single().ShouldBe(type);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        (payload.Contains("isBase64Encoded", StringComparison.Ordinal) ? Encoding.Latin1 : Encoding.UTF8).GetString(bytes).ShouldBe(body);
        if (status == 302)
        {
            answer.Headers.Location.ShouldBe(new Uri("https://x/"));
            answer.Headers.GetValues("X-N").Single().ShouldBe("5");
            answer.Headers.GetValues("Set-Cookie").ShouldBe(["a=1", "b=2"]);
        }
    }

    [Fact]
    public async Task Function_ThatFails_IsAServerError()
    {
        _answer = call => Task.FromResult(call.Failed(FunctionErrors.Of("Broken", "pg_token")));
        await ExpectAsync(500, "Internal Server Error");
    }

    [Fact]
    public async Task Function_ThatIsThrottled_IsUnavailable()
    {
        _lambda.SetReservedConcurrency("link", 0);
        await ExpectAsync(503, "Service Unavailable");
    }

    [Fact]
    public async Task Function_ThatTakesTooLong_IsUnavailable()
    {
        var entered = new TaskCompletionSource();
        _answer = _ =>
        {
            entered.SetResult();
            return new TaskCompletionSource<LambdaInvocation>().Task;
        };
        var asking = ExpectAsync(503, "Service Unavailable");
        await entered.Task.WaitAsync(Token);
        // The function runs before its time-out is set, on another thread, so the clock moves until that has happened.
        while (!asking.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            await RealTime.PauseAsync();
        }
        await asking;
    }

    private static string RequestId => new SeededRandomSource(1).NewGuid().ToString();

    private static RouteResource Route(string method, string path, string function) => new("api", method, path, function, 30_000, path);

    private async Task ExpectAsync(int status, string message)
    {
        using var answer = await _http.GetAsync("/pay/o-1", Token);
        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe($$"""{"message":"{{message}}"}""");
    }
}
