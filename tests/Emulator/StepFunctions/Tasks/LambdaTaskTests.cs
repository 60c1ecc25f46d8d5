using KakaoWorkflow.Emulator.StepFunctions.Tasks;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Tasks;

public sealed class LambdaTaskTests : IDisposable
{
    private readonly TestFunctions _functions = new();
    private readonly LambdaTask _lambda;

    public LambdaTaskTests() => _lambda = new LambdaTask(_functions, 10);

    public void Dispose() => _lambda.Dispose();

    [Fact]
    public async Task Invoke_Succeeding_HasTheShapeOfTheApi()
    {
        _functions.Returns("f", _ => new JsonObject { ["ok"] = true });

        var result = (await InvokeAsync("""{"FunctionName":"f","Payload":{"a":1}}"""))!.AsObject();
        result.Select(member => member.Key).ShouldBe(
            ["ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"], ignoreOrder: true);
        result["ExecutedVersion"]!.GetValue<string>().ShouldBe("$LATEST");
        result["Payload"]!.ToJsonString().ShouldBe("""{"ok":true}""");
        result["StatusCode"]!.GetValue<int>().ShouldBe(200);
        result["SdkHttpMetadata"]!["HttpStatusCode"]!.GetValue<int>().ShouldBe(200);
        result["SdkResponseMetadata"]!["RequestId"]!.GetValue<string>().ShouldBe("request-1");
        _functions.Invocations.ShouldHaveSingleItem().Event!.ToJsonString().ShouldBe("""{"a":1}""");
    }

    [Fact]
    public async Task Invoke_WithQualifier_NamesIt()
    {
        _functions.Returns("f:live", _ => null);

        (await InvokeAsync("""{"FunctionName":"f","Qualifier":"live"}"""))!["ExecutedVersion"]!.GetValue<string>().ShouldBe("live");
        _functions.Invocations.ShouldHaveSingleItem().Event!.ToJsonString().ShouldBe("{}");
    }

    [Fact]
    public async Task FunctionArn_GivesTheResultItself()
    {
        _functions.Returns("arn", _ => 5);

        (await _lambda.CallFunctionAsync("arn", null, CancellationToken.None))!.GetValue<int>().ShouldBe(5);
    }

    [Theory]
    [InlineData("""{"errorType":"OrderRejectedException","errorMessage":"m"}""", "OrderRejectedException")]
    [InlineData("""{"errorType":"Sandbox.Timedout","errorMessage":"m"}""", "Sandbox.Timedout")]
    [InlineData("""{"errorType":"Runtime.ExitError","errorMessage":"m"}""", "Lambda.Unknown")]
    [InlineData("""{"errorMessage":"m"}""", "Lambda.Unknown")]
    [InlineData("not json", "Lambda.Unknown")]
    [InlineData("[]", "Lambda.Unknown")]
    public async Task Function_Failing_IsNamedByItsErrorTypeWithTheDocumentAsCause(string document, string error)
    {
        _functions.Fails("f", document);

        var failure = await FailureAsync("""{"FunctionName":"f"}""");
        failure.Error.ShouldBe(error);
        failure.Cause.ShouldBe(document);
    }

    [Theory]
    [InlineData("TooManyRequestsException", 429)]
    [InlineData("ServiceException", 500)]
    public async Task Service_Failing_IsNamedByItsCode(string code, int status)
    {
        _functions.Runs("f", (_, _) => throw new LambdaServiceException(code, "busy", status));

        var failure = await FailureAsync("""{"FunctionName":"f"}""");
        failure.Error.ShouldBe("Lambda." + code);
        failure.Cause!.ShouldContain($"Status Code: {status}");
    }

    [Fact]
    public async Task Function_Unknown_IsNamedByTheService() =>
        (await FailureAsync("""{"FunctionName":"nobody"}""")).Error.ShouldBe("Lambda.ResourceNotFoundException");

    [Fact]
    public async Task Result_ThatIsNotJson_IsUnknown()
    {
        _functions.Runs("f", (_, _) => Task.FromResult(new LambdaInvocation("oops"u8.ToArray(), null, "r")));

        (await FailureAsync("""{"FunctionName":"f"}""")).Error.ShouldBe("Lambda.Unknown");
    }

    [Theory]
    [InlineData(262_144, "\"", null)]
    [InlineData(262_145, "\"", "States.DataLimitExceeded")]
    [InlineData(262_144, "oops", "Lambda.Unknown")]
    [InlineData(262_145, "oops", "States.DataLimitExceeded")]
    public async Task Result_HasItsLimit_WhetherItIsJsonOrNot(int bytes, string edge, string? error)
    {
        var text = edge + new string('x', bytes - (2 * edge.Length)) + edge;
        _functions.Runs("arn", (_, _) => Task.FromResult(new LambdaInvocation(System.Text.Encoding.UTF8.GetBytes(text), null, "r")));
        var call = () => _lambda.CallFunctionAsync("arn", null, CancellationToken.None);

        if (error is null)
        {
            (await call())!.GetValue<string>().Length.ShouldBe(bytes - 2);
            return;
        }
        var failure = await Should.ThrowAsync<TaskFailedException>(call);
        failure.Error.ShouldBe(error);
        if (error == "States.DataLimitExceeded")
            failure.Cause.ShouldBe("The state/task 'arn' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    [Theory]
    [InlineData("{}", "FunctionName")]
    [InlineData("""{"FunctionName":1}""", "FunctionName")]
    [InlineData("""{"FunctionName":"f","InvocationType":"Event"}""", "InvocationType")]
    [InlineData("""{"FunctionName":"f","LogType":"Tail"}""", "LogType")]
    [InlineData("""{"FunctionName":"f","Unheard":1}""", "Unheard")]
    [InlineData("[]", "object")]
    public async Task Parameter_Wrong_IsNamed(string parameters, string named)
    {
        var failure = await FailureAsync(parameters);
        failure.Error.ShouldBe("States.Runtime");
        failure.Cause!.ShouldContain(named);
    }

    private Task<JsonNode?> InvokeAsync(string parameters) => _lambda.InvokeAsync(JsonNode.Parse(parameters), CancellationToken.None);

    private Task<TaskFailedException> FailureAsync(string parameters) => Should.ThrowAsync<TaskFailedException>(() => InvokeAsync(parameters));
}
