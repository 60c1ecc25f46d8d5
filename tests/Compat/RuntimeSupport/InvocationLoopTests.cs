using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace KakaoWorkflow.Tests.Compat.RuntimeSupport;

public sealed class InvocationLoopTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<OrderJson> Serializer = new();

    [Fact]
    public async Task Handler_WithTypes_GetsTheEventAndAnswersInKorean()
    {
        using var api = new FakeRuntimeApi().Invoke("r-1", """{"menu":"아메리카노","quantity":2}""");
        await using var function = RunningFunction.Start(api, LambdaBootstrapBuilder.Create<Order, Order>(
            (order, _) => Task.FromResult(order with { Quantity = order.Quantity + 1 }), Serializer));

        var post = await api.NextPostAsync();

        post.Uri.AbsolutePath.ShouldBe("/2018-06-01/runtime/invocation/r-1/response");
        post.Headers["Content-Type"].ShouldBe("application/json");
        post.Body.ShouldBe("""{"Menu":"아메리카노","Quantity":3}""");
    }

    [Fact]
    public async Task Handler_WithoutOutput_AnswersAnEmptyBody()
    {
        using var api = new FakeRuntimeApi().Invoke("r-1", """{"Menu":"a"}""");
        await using var function = RunningFunction.Start(
            api, LambdaBootstrapBuilder.Create<Order>((_, _) => Task.CompletedTask, Serializer));

        (await api.NextPostAsync()).Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handler_OfStreams_IsGivenAndAnswersBytes()
    {
        using var api = new FakeRuntimeApi().Invoke("r-1", "원두");
        await using var function = RunningFunction.Start(
            api, LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) => Task.FromResult(input)));

        (await api.NextPostAsync()).Body.ShouldBe("원두");
    }

    [Fact]
    public async Task Handler_Twice_IsCalledForEachInvocation()
    {
        using var api = new FakeRuntimeApi().Invoke("r-1", "1").Invoke("r-2", "2");
        await using var function = RunningFunction.Start(api, Echo());

        (await api.NextPostAsync()).Uri.AbsolutePath.ShouldEndWith("/r-1/response");
        (await api.NextPostAsync()).Uri.AbsolutePath.ShouldEndWith("/r-2/response");
    }

    [Fact]
    public async Task Context_Headers_AreTold()
    {
        var contexts = new TaskCompletionSource<ILambdaContext>();
        var deadline = DateTimeOffset.FromUnixTimeSeconds(1_000_000_000);
        using var api = new FakeRuntimeApi().Invoke(
            "r-1",
            "{}",
            ("Lambda-Runtime-Deadline-Ms", $"{deadline.ToUnixTimeMilliseconds()}"),
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:ap-northeast-2:000000000000:function:Quote"),
            ("Lambda-Runtime-Client-Context", """{"client":{"app_title":"카페"},"custom":{"a":"b"},"env":{}}"""),
            ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"id","cognitoIdentityPoolId":"pool"}"""));
        await using var function = RunningFunction.Start(api, LambdaBootstrapBuilder.Create((Stream input, ILambdaContext context) =>
        {
            contexts.SetResult(context);
            return Task.FromResult(input);
        }));

        await api.NextPostAsync();
        var context = await contexts.Task;

        context.AwsRequestId.ShouldBe("r-1");
        context.InvokedFunctionArn.ShouldEndWith(":function:Quote");
        context.RemainingTime.ShouldBeLessThan(TimeSpan.Zero);
        context.ClientContext.Client.AppTitle.ShouldBe("카페");
        context.ClientContext.Custom["a"].ShouldBe("b");
        context.Identity.IdentityPoolId.ShouldBe("pool");
    }

    [Fact]
    public async Task Trace_OfTheInvocation_IsKnownToTheHandler()
    {
        const string trace = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1";
        using var api = new FakeRuntimeApi().Invoke("r-1", "{}", ("Lambda-Runtime-Trace-Id", trace));
        await using var function = RunningFunction.Start(api, LambdaBootstrapBuilder.Create((Stream _, ILambdaContext context) =>
            Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes($"{context.TraceId}|{LambdaTraceProvider.CurrentTraceId}")))));

        (await api.NextPostAsync()).Body.ShouldBe($"{trace}|{trace}");
    }

    [Fact]
    public async Task HandlerThatThrows_IsReportedByItsShortClassName()
    {
        using var api = new FakeRuntimeApi().Invoke("r-1", "{}").Invoke("r-2", "{}");
        var first = true;
        await using var function = RunningFunction.Start(api, LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) =>
        {
            var fails = first;
            first = false;
            return fails ? throw new SoldOutException("품절입니다", new TimeoutException("늦음")) : Task.FromResult(input);
        }));

        var post = await api.NextPostAsync();
        var document = JsonNode.Parse(post.Body)!;

        post.Uri.AbsolutePath.ShouldBe("/2018-06-01/runtime/invocation/r-1/error");
        post.Headers["Content-Type"].ShouldBe("application/vnd.aws.lambda.error+json");
        post.Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("SoldOutException");
        post.Headers["Lambda-Runtime-Function-XRay-Error-Cause"].ShouldContain("SoldOutException");
        document["errorType"]!.GetValue<string>().ShouldBe("SoldOutException");
        document["errorMessage"]!.GetValue<string>().ShouldBe("품절입니다");
        document["cause"]!["errorType"]!.GetValue<string>().ShouldBe("TimeoutException");
        (await api.NextPostAsync()).Uri.AbsolutePath.ShouldEndWith("/r-2/response");
    }

    [Fact]
    public async Task EventThatIsNotTheInput_IsReportedAsAnError()
    {
        using var api = new FakeRuntimeApi().Invoke("r-1", "not json");
        await using var function = RunningFunction.Start(
            api, LambdaBootstrapBuilder.Create<Order>((_, _) => Task.CompletedTask, Serializer));

        (await api.NextPostAsync()).Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("JsonSerializerException");
    }

    [Fact]
    public async Task Initializer_ThatThrows_IsReportedAndEndsTheLoop()
    {
        using var api = new FakeRuntimeApi();
        await using var function = RunningFunction.Start(
            api, Echo().UseBootstrapHandler(() => throw new InvalidOperationException("no table")));

        var post = await api.NextPostAsync();

        post.Uri.AbsolutePath.ShouldBe("/2018-06-01/runtime/init/error");
        JsonNode.Parse(post.Body)!["errorType"]!.GetValue<string>().ShouldBe("InvalidOperationException");
        await Should.ThrowAsync<InvalidOperationException>(() => function.Loop);
    }

    [Fact]
    public async Task Initializer_ThatSaysNo_EndsTheLoopWithoutAnInvocation()
    {
        using var api = new FakeRuntimeApi().Invoke("r-1", "{}");
        await using var function = RunningFunction.Start(api, Echo().UseBootstrapHandler(() => Task.FromResult(false)));

        await function.Loop;
    }

    [Fact]
    public async Task RefusedInvocation_EndsTheLoopWithAnError()
    {
        using var api = new FakeRuntimeApi().RefuseNext(HttpStatusCode.InternalServerError);
        await using var function = RunningFunction.Start(api, Echo());

        var exception = await Should.ThrowAsync<Exception>(() => function.Loop);

        exception.Message.ShouldContain("500");
    }

    [Fact]
    public async Task Cancelling_WhileWaiting_EndsTheLoop()
    {
        using var api = new FakeRuntimeApi();
        var function = RunningFunction.Start(api, Echo());

        await function.DisposeAsync();

        function.Loop.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Logger_StaticOne_WritesWithinAnInvocation()
    {
        using var api = new FakeRuntimeApi().Invoke("r-1", "{}");
        await using var function = RunningFunction.Start(api, LambdaBootstrapBuilder.Create((Stream _, ILambdaContext context) =>
        {
            LambdaLogger.Log("from the static logger");
            context.Logger.LogInformation("{Count} lines", 2);
            return Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes("done")));
        }));

        (await api.NextPostAsync()).Body.ShouldBe("done");
    }

    [Fact]
    public async Task Handler_ReturningSynchronously_IsServedToo()
    {
        using var api = new FakeRuntimeApi().Invoke("r-1", """{"Menu":"a","Quantity":1}""");
        await using var function = RunningFunction.Start(api, LambdaBootstrapBuilder.Create<Order, Order>(Double, Serializer));

        (await api.NextPostAsync()).Body.ShouldBe("""{"Menu":"a","Quantity":2}""");

        static Order Double(Order order) => order with { Quantity = order.Quantity * 2 };
    }

    private static LambdaBootstrapBuilder Echo() =>
        LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) => Task.FromResult(input));

    private sealed class SoldOutException(string message, Exception cause) : Exception(message, cause);
}
