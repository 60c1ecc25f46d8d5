namespace KakaoWorkflow.Tests.Emulator.Lambda;

public sealed class LambdaServiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("work", "work")]
    [InlineData("work:$LATEST", "work:$LATEST")]
    [InlineData("work:live", "work:live")]
    [InlineData("000000000000:function:work", "work")]
    [InlineData("function:work", "work")]
    [InlineData("arn:aws:lambda:ap-northeast-2:000000000000:function:work", "work")]
    [InlineData("arn:aws:lambda:ap-northeast-2:000000000000:function:work:live", "work:live")]
    public async Task Invoke_ByAnyNameOfAFunction_FindsIt(string name, string invoked)
    {
        var runner = StubRunner.Echo();
        await using var lambda = Functions.Service(runner, null, Functions.Named("work") with { Alias = "live" });
        (await lambda.InvokeAsync(name, "{}"u8.ToArray(), Token)).Text().ShouldBe("{}");
        runner.Calls.Single().InvokedArn.ShouldBe($"arn:aws:lambda:ap-northeast-2:000000000000:function:{invoked}");
    }

    [Theory]
    [InlineData("other", "ResourceNotFoundException", 404)]
    [InlineData("work:dev", "ResourceNotFoundException", 404)]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:work", "ResourceNotFoundException", 404)]
    [InlineData("arn:aws:lambda:ap-northeast-2:111111111111:function:work", "ResourceNotFoundException", 404)]
    [InlineData("arn:aws:sqs:ap-northeast-2:000000000000:work", "ValidationException", 400)]
    [InlineData("", "ValidationException", 400)]
    [InlineData("wörk", "ValidationException", 400)]
    public async Task Invoke_UnknownFunction_IsRefused(string name, string code, int status)
    {
        await using var lambda = Functions.Service(StubRunner.Echo(), null, Functions.Named("work"));
        var error = await Should.ThrowAsync<LambdaServiceException>(() => lambda.InvokeAsync(name, "{}"u8.ToArray(), Token));
        (error.Code, error.Status).ShouldBe((code, status));
    }

    [Fact]
    public async Task Invoke_FunctionThatIsNotOurs_GoesToTheRemote()
    {
        await using var remote = Functions.Service(StubRunner.Echo(), null, Functions.Named("elsewhere"));
        await using var lambda = Functions.Service(StubRunner.Echo(), remote, Functions.Named("work"));
        (await lambda.InvokeAsync("elsewhere", "7"u8.ToArray(), Token)).Text().ShouldBe("7");
    }

    [Theory]
    [InlineData("{\"a\":", "InvalidRequestContentException")]
    [InlineData("1 2", "InvalidRequestContentException")]
    public async Task Invoke_PayloadThatIsNotJson_IsRefused(string payload, string code)
    {
        await using var lambda = Functions.Service(StubRunner.Echo(), null, Functions.Named("work"));
        var error = await Should.ThrowAsync<LambdaServiceException>(
            () => lambda.InvokeAsync("work", Encoding.UTF8.GetBytes(payload), Token));
        error.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Invoke_EmptyPayload_IsAnEmptyObject()
    {
        await using var lambda = Functions.Service(StubRunner.Echo(), null, Functions.Named("work"));
        (await lambda.InvokeAsync("work", default, Token)).Text().ShouldBe("{}");
    }

    [Fact]
    public async Task Invoke_Payload_IsLimited()
    {
        await using var lambda = Functions.Service(StubRunner.Echo(), null, Functions.Named("work"));
        (await lambda.InvokeAsync("work", Json(LambdaLimits.MaxRequestBytes), Token)).FunctionError.ShouldBeNull();
        var error = await Should.ThrowAsync<LambdaServiceException>(
            () => lambda.InvokeAsync("work", Json(LambdaLimits.MaxRequestBytes + 1), Token));
        (error.Code, error.Status).ShouldBe(("RequestTooLargeException", 413));

        lambda.Post("work", Json(LambdaLimits.MaxEventBytes));
        Should.Throw<LambdaServiceException>(() => lambda.Post("work", Json(LambdaLimits.MaxEventBytes + 1))).Status.ShouldBe(413);
    }

    [Fact]
    public async Task ReservedConcurrency_Reached_ThrottlesUntilACallEnds()
    {
        var release = new TaskCompletionSource();
        var runner = new StubRunner(async call =>
        {
            await release.Task;
            return call.Returned("1"u8.ToArray());
        });
        await using var lambda = Functions.Service(runner, null, Functions.Named("work") with { ReservedConcurrency = 2 });
        var first = lambda.InvokeAsync("work", default, Token);
        var second = lambda.InvokeAsync("work", default, Token);

        var error = await Should.ThrowAsync<LambdaServiceException>(() => lambda.InvokeAsync("work", default, Token));
        (error.Code, error.Status).ShouldBe(("TooManyRequestsException", 429));

        release.SetResult();
        await Task.WhenAll(first, second);
        (await lambda.InvokeAsync("work", default, Token)).Text().ShouldBe("1");
    }

    [Fact]
    public async Task ReservedConcurrency_Zero_HoldsAFunctionBackUntilItIsDeleted()
    {
        await using var lambda = Functions.Service(StubRunner.Echo(), null, Functions.Named("work"), Functions.Named("other"));
        lambda.SetReservedConcurrency("work", 0);
        await Should.ThrowAsync<LambdaServiceException>(() => lambda.InvokeAsync("work", default, Token));
        (await lambda.InvokeAsync("other", default, Token)).Text().ShouldBe("{}");

        lambda.SetReservedConcurrency("work", null);
        (await lambda.InvokeAsync("work", default, Token)).Text().ShouldBe("{}");
        Should.Throw<LambdaServiceException>(() => lambda.SetReservedConcurrency("work", -1)).Code.ShouldBe("InvalidParameterValueException");
        Should.Throw<LambdaServiceException>(() => lambda.SetReservedConcurrency("work", 1001)).Code.ShouldBe("InvalidParameterValueException");
    }

    [Fact]
    public async Task Concurrency_OfTheAccount_IsLimited()
    {
        var release = new TaskCompletionSource();
        var runner = new StubRunner(async call =>
        {
            await release.Task;
            return call.Returned("1"u8.ToArray());
        });
        await using var lambda = Functions.Service(runner, null, Functions.Named("work"));
        var running = Enumerable.Range(0, LambdaLimits.MaxConcurrency).Select(_ => lambda.InvokeAsync("work", default, Token)).ToList();
        (await Should.ThrowAsync<LambdaServiceException>(() => lambda.InvokeAsync("work", default, Token))).Status.ShouldBe(429);
        release.SetResult();
        await Task.WhenAll(running);
    }

    [Fact]
    public async Task Post_Event_RunsBeforeTheServiceIsGone()
    {
        var runner = StubRunner.Echo();
        await using (var lambda = Functions.Service(runner, null, Functions.Named("work")))
            lambda.Post("work", "5"u8.ToArray());
        runner.Calls.Single().Payload.ToArray().ShouldBe("5"u8.ToArray());
    }

    private static byte[] Json(int bytes) => Encoding.UTF8.GetBytes($"\"{new string('x', bytes - 2)}\"");
}
