using System.Net;
using System.Net.Http.Json;
using KakaoWorkflow.Emulator.Servers;

namespace KakaoWorkflow.Tests.Emulator.Lambda;

public sealed class LambdaEndpointTests : IAsyncLifetime
{
    private readonly StubRunner _runner = new(call => Task.FromResult(
        call.Function.Name == "broken" ? call.Failed(FunctionErrors.Of("Broken", "금지")) : call.Returned(call.Payload)));

    private LambdaService _lambda = null!;
    private LoopbackServer _server = null!;
    private HttpClient _http = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _lambda = Functions.Service(_runner, null, Functions.Named("work"), Functions.Named("broken"));
        _server = await LoopbackServer.StartAsync(
            ReservedPort.Any(), app => new LambdaEndpoint(_lambda, new SeededRandomSource(1)).Map(app), NullLoggerFactory.Instance);
        _http = new HttpClient { BaseAddress = _server.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await _lambda.DisposeAsync();
    }

    [Fact]
    public async Task Invoke_ThroughTheRemoteClient_RoundTrips()
    {
        var remote = new RemoteLambda(_http);
        var answer = await remote.InvokeAsync("arn:aws:lambda:ap-northeast-2:000000000000:function:work", Encoding.UTF8.GetBytes("\"라떼\""), Token);
        (answer.Text(), answer.FunctionError).ShouldBe(("\"라떼\"", null));
        answer.RequestId.ShouldBe(_runner.Calls.Single().RequestId);

        var failed = await remote.InvokeAsync("broken", default, Token);
        failed.FunctionError.ShouldBe("Unhandled");
        JsonNode.Parse(failed.Payload.Span)!["errorMessage"]!.GetValue<string>().ShouldBe("금지");

        var refused = await Should.ThrowAsync<LambdaServiceException>(() => remote.InvokeAsync("nothing", default, Token));
        (refused.Code, refused.Status).ShouldBe(("ResourceNotFoundException", 404));
        refused.Message.ShouldContain(":function:nothing");
    }

    [Fact]
    public async Task RemoteLambda_EndpointThatIsNotThere_IsAClientError()
    {
        using var nowhere = new HttpClient { BaseAddress = _server.Address };
        await _server.DisposeAsync();
        var error = await Should.ThrowAsync<LambdaServiceException>(() => new RemoteLambda(nowhere).InvokeAsync("work", default, Token));
        error.Code.ShouldBe("SdkClientException");
    }

    [Theory]
    [InlineData("Event", HttpStatusCode.Accepted)]
    [InlineData("DryRun", HttpStatusCode.NoContent)]
    [InlineData("RequestResponse", HttpStatusCode.OK)]
    [InlineData("Later", HttpStatusCode.BadRequest)]
    public async Task Invoke_ByType_AnswersItsStatus(string type, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "2015-03-31/functions/work/invocations?Qualifier=$LATEST");
        request.Headers.Add("X-Amz-Invocation-Type", type);
        request.Content = new StringContent("{}");
        using var answer = await _http.SendAsync(request, Token);
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Concurrency_PutGetDelete_Work()
    {
        const string Put = "2017-10-31/functions/work/concurrency";
        const string Get = "2019-09-30/functions/work/concurrency";
        (await _http.PutAsync(Put, new StringContent("""{"ReservedConcurrentExecutions":0}"""), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _http.GetStringAsync(Get, Token)).ShouldBe("""{"ReservedConcurrentExecutions":0}""");

        using var throttled = await _http.PostAsync("2015-03-31/functions/work/invocations", new StringContent("{}"), Token);
        throttled.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        throttled.Headers.GetValues("x-amzn-ErrorType").Single().ShouldBe("TooManyRequestsException");

        (await _http.DeleteAsync(Put, Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _http.GetStringAsync(Get, Token)).ShouldBe("{}");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"ReservedConcurrentExecutions":"0"}""")]
    [InlineData("""{"ReservedConcurrentExecutions":1,"Colour":2}""")]
    [InlineData("""{"ReservedConcurrentExecutions":1001}""")]
    public async Task Concurrency_PutWrong_IsRefused(string body)
    {
        using var answer = await _http.PutAsync("2017-10-31/functions/work/concurrency", new StringContent(body), Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.GetValues("x-amzn-ErrorType").Single().ShouldBe("InvalidParameterValueException");
    }

    [Fact]
    public async Task List_Paged_ShowsEachFunctionWithoutItsVariables()
    {
        var first = await _http.GetFromJsonAsync<JsonObject>("2015-03-31/functions/?MaxItems=1", Token);
        first!["Functions"]!.AsArray().Single()!["FunctionName"]!.GetValue<string>().ShouldBe("work");
        var second = await _http.GetFromJsonAsync<JsonObject>($"2015-03-31/functions/?Marker={first["NextMarker"]}", Token);
        second!["Functions"]!.AsArray().Single()!["FunctionName"]!.GetValue<string>().ShouldBe("broken");
        second.ContainsKey("NextMarker").ShouldBeFalse();

        var configuration = await _http.GetFromJsonAsync<JsonObject>("2015-03-31/functions/work/configuration", Token);
        configuration!["Timeout"]!.GetValue<int>().ShouldBe(3);
        configuration.ContainsKey("Environment").ShouldBeFalse();
    }
}
