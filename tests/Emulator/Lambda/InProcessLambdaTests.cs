using Amazon.Lambda.Core;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Emulator.Lambda;

public sealed class InProcessLambdaTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Handler_SeesItsEventAndContext()
    {
        ILambdaContext? seen = null;
        await using var lambda = Lambda(async (input, context) =>
        {
            seen = context;
            using var reader = new StreamReader(input);
            return Bytes($"[{await reader.ReadToEndAsync()}]");
        });

        var answer = await lambda.RunAsync(Functions.Call(Functions.Named("work", 7), """{"이름":"라떼"}"""), Token);

        answer.Text().ShouldBe("""[{"이름":"라떼"}]""");
        answer.FunctionError.ShouldBeNull();
        (seen!.FunctionName, seen.AwsRequestId, seen.MemoryLimitInMB).ShouldBe(("work", "request-1", 128));
        seen.RemainingTime.ShouldBe(TimeSpan.FromSeconds(7));
        seen.InvokedFunctionArn.ShouldEndWith(":function:work");
    }

    [Fact]
    public async Task Run_HandlerThrows_AnswersTheErrorDocument()
    {
        await using var lambda = Lambda((_, _) => throw new InvalidOperationException("outer", new TimeoutException("inner")));
        var answer = await lambda.RunAsync(Functions.Call(Functions.Named("work")), Token);

        answer.FunctionError.ShouldBe("Unhandled");
        var document = JsonNode.Parse(answer.Payload.Span)!;
        document["errorType"]!.GetValue<string>().ShouldBe("InvalidOperationException");
        document["errorMessage"]!.GetValue<string>().ShouldBe("outer");
        document["stackTrace"]!.AsArray().Count.ShouldBeGreaterThan(0);
        document["cause"]!["errorType"]!.GetValue<string>().ShouldBe("TimeoutException");
    }

    [Fact]
    public async Task Run_HandlerThrowsATimeout_IsNotTheFunctionsTimeout()
    {
        await using var lambda = Lambda((_, _) => Task.FromException<Stream>(new TimeoutException("mine")));
        var answer = await lambda.RunAsync(Functions.Call(Functions.Named("work")), Token);
        JsonNode.Parse(answer.Payload.Span)!["errorType"]!.GetValue<string>().ShouldBe("TimeoutException");
    }

    [Fact]
    public async Task Run_TakesTooLong_AnswersAsLambdaDoes()
    {
        var entered = new TaskCompletionSource();
        var never = new TaskCompletionSource<Stream>();
        await using var lambda = Lambda((_, _) =>
        {
            entered.SetResult();
            return never.Task;
        });
        var running = lambda.RunAsync(Functions.Call(Functions.Named("work", 3)), Token);
        await entered.Task.WaitAsync(Token);

        _time.Advance(TimeSpan.FromSeconds(2.9));
        running.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.2));

        var answer = await running;
        answer.FunctionError.ShouldBe("Unhandled");
        var document = JsonNode.Parse(answer.Payload.Span)!;
        document["errorType"]!.GetValue<string>().ShouldBe("Sandbox.Timedout");
        document["errorMessage"]!.GetValue<string>().ShouldBe("RequestId: request-1 Error: Task timed out after 3.00 seconds");
        never.SetResult(Stream.Null);
    }

    [Fact]
    public async Task Run_SecondTime_UsesTheSameInstance()
    {
        var starts = 0;
        await using var lambda = new InProcessLambda(
            _ =>
            {
                starts++;
                return (_, _) => Task.FromResult<Stream>(Bytes("1"));
            },
            _time,
            NullLoggerFactory.Instance);
        for (var call = 0; call < 3; call++)
            await lambda.RunAsync(Functions.Call(Functions.Named("work")), Token);
        starts.ShouldBe(1);
    }

    [Fact]
    public async Task Run_ColdStartFails_AnswersItAndTriesAgain()
    {
        var starts = 0;
        await using var lambda = new InProcessLambda(
            _ => ++starts == 1 ? throw new ArgumentException("no settings") : (_, _) => Task.FromResult<Stream>(Bytes("1")),
            _time,
            NullLoggerFactory.Instance);

        var first = await lambda.RunAsync(Functions.Call(Functions.Named("work")), Token);
        JsonNode.Parse(first.Payload.Span)!["errorType"]!.GetValue<string>().ShouldBe("ArgumentException");
        (await lambda.RunAsync(Functions.Call(Functions.Named("work")), Token)).Text().ShouldBe("1");
    }

    [Theory]
    [InlineData(LambdaLimits.MaxResponseBytes, null)]
    [InlineData(LambdaLimits.MaxResponseBytes + 1, "Unhandled")]
    public async Task Run_Answer_IsLimited(int bytes, string? error)
    {
        await using var lambda = Lambda((_, _) => Task.FromResult<Stream>(new MemoryStream(new byte[bytes])));
        var answer = await lambda.RunAsync(Functions.Call(Functions.Named("work")), Token);
        answer.FunctionError.ShouldBe(error);
        if (error is not null)
            JsonNode.Parse(answer.Payload.Span)!["errorType"]!.GetValue<string>().ShouldBe("Function.ResponseSizeTooLarge");
    }

    [Fact]
    public async Task Run_EmptyAnswer_IsNull()
    {
        await using var lambda = Lambda((_, _) => Task.FromResult(Stream.Null));
        (await lambda.RunAsync(Functions.Call(Functions.Named("work")), Token)).Text().ShouldBe("null");
    }

    [Fact]
    public void ErrorDocument_TooLarge_SaysOnlyThat() =>
        Encoding.UTF8.GetString(FunctionErrors.Of(new InvalidOperationException(new string('x', 256 * 1024))))
            .ShouldContain("Exception exceeded maximum payload size of 256KB.");

    private InProcessLambda Lambda(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(_ => handler, _time, NullLoggerFactory.Instance);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
