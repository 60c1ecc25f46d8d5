using KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Protocol;

public sealed class HistoryOperationTests : IAsyncLifetime
{
    private TestStepFunctions _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await TestStepFunctions.StartAsync();

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task History_OfATask_HasAwsShapes()
    {
        _aws.Functions.Returns("f", _ => 1);
        var arn = await _aws.RunAsync(Machines.Task(""","TimeoutSeconds":9,"ResultSelector":{"v.$":"$.Payload"},"Assign":{"code.$":"$.StatusCode"}"""), """{"n":1}""");
        await _aws.SettleAsync();
        var events = (await HistoryAsync(arn))["events"]!.AsArray();

        events[0]!.ToJsonString().ShouldBe(
            """{"timestamp":1772355600,"type":"ExecutionStarted","id":1,"previousEventId":0,"executionStartedEventDetails":{"input":"{\u0022n\u0022:1}","inputDetails":{"truncated":false},"roleArn":"arn:aws:iam::000000000000:role/machine"}}""");
        events[1]!["stateEnteredEventDetails"]!.ToJsonString().ShouldBe("""{"input":"{\u0022n\u0022:1}","inputDetails":{"truncated":false},"name":"T"}""");
        events[2]!["taskScheduledEventDetails"]!.ToJsonString().ShouldBe(
            """{"resourceType":"lambda","resource":"invoke","region":"ap-northeast-2","parameters":"{\u0022FunctionName\u0022:\u0022f\u0022,\u0022Payload\u0022:{\u0022n\u0022:1}}","timeoutInSeconds":9}""");
        events[3]!["taskStartedEventDetails"]!.ToJsonString().ShouldBe("""{"resourceType":"lambda","resource":"invoke"}""");
        events[4]!["taskSucceededEventDetails"]!["resource"]!.GetValue<string>().ShouldBe("invoke");
        events[5]!["stateExitedEventDetails"]!.ToJsonString().ShouldBe(
            """{"output":"{\u0022v\u0022:1}","outputDetails":{"truncated":false},"name":"T","assignedVariables":{"code":"200"},"assignedVariablesDetails":{"truncated":false}}""");
        events[6]!["executionSucceededEventDetails"]!.ToJsonString().ShouldBe("""{"output":"{\u0022v\u0022:1}","outputDetails":{"truncated":false}}""");
    }

    [Fact]
    public async Task History_OfFailures_HasErrorAndCause()
    {
        _aws.Functions.Fails("f", """{"errorType":"E"}""");
        var arn = await _aws.RunAsync(Machines.Task());
        await _aws.SettleAsync();
        var events = (await HistoryAsync(arn))["events"]!.AsArray();

        events[4]!["taskFailedEventDetails"]!.ToJsonString().ShouldBe(
            """{"error":"E","cause":"{\u0022errorType\u0022:\u0022E\u0022}","resourceType":"lambda","resource":"invoke"}""");
        events[5]!["executionFailedEventDetails"]!["error"]!.GetValue<string>().ShouldBe("E");
    }

    [Fact]
    public async Task History_OfAFunctionArn_HasItsOwnShapes()
    {
        const string function = "arn:aws:lambda:ap-northeast-2:000000000000:function:f";
        _aws.Functions.Returns(function, _ => 1);
        var arn = await _aws.RunAsync(Machines.Of("T", $"\"Type\":\"Task\",\"Resource\":\"{function}\",\"TimeoutSeconds\":9"));
        await _aws.SettleAsync();
        var events = (await HistoryAsync(arn))["events"]!.AsArray();

        events[2]!["lambdaFunctionScheduledEventDetails"]!.ToJsonString().ShouldBe(
            $$"""{"input":"{}","inputDetails":{"truncated":false},"resource":"{{function}}","timeoutInSeconds":9}""");
        events[3]!.AsObject().ContainsKey("lambdaFunctionStartedEventDetails").ShouldBeFalse();
        events[4]!["lambdaFunctionSucceededEventDetails"]!.ToJsonString().ShouldBe("""{"output":"1","outputDetails":{"truncated":false}}""");
    }

    [Fact]
    public async Task History_OfAMap_HasLengthAndIndex()
    {
        var arn = await _aws.RunAsync(Machines.MapOfPasses(0), "[1]");
        var events = (await HistoryAsync(arn))["events"]!.AsArray();

        events[2]!["mapStateStartedEventDetails"]!.ToJsonString().ShouldBe("""{"length":1}""");
        events[3]!["mapIterationStartedEventDetails"]!.ToJsonString().ShouldBe("""{"name":"M","index":0}""");
        events[6]!["mapIterationSucceededEventDetails"]!.ToJsonString().ShouldBe("""{"name":"M","index":0}""");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task History_InPages_IsComplete(bool reverse)
    {
        _aws.Functions.Returns("f", _ => 1);
        var arn = await _aws.RunAsync(Machines.Chain(("A", Machines.TaskFields), ("B", "\"Type\":\"Wait\",\"Seconds\":1"), ("C", Machines.TaskFields)));
        await _aws.SettleAsync();
        await _aws.PassTimeAsync(1);
        var whole = Ids(await HistoryAsync(arn, reverse));
        var all = Enumerable.Range(1, 14).Select(id => (long)id);
        whole.ShouldBe(reverse ? all.Reverse() : all);

        foreach (var size in new[] { 1, 4, 13, 14 })
        {
            var ids = new List<long>();
            var body = new JsonObject { ["executionArn"] = arn, ["reverseOrder"] = reverse, ["maxResults"] = size };
            JsonObject page;
            do
            {
                page = await _aws.CallAsync("GetExecutionHistory", body);
                ids.AddRange(Ids(page));
                body["nextToken"] = page["nextToken"]?.DeepClone();
            }
            while (page.ContainsKey("nextToken"));
            ids.ShouldBe(whole);
        }
    }

    [Fact]
    public async Task History_WithoutData_HasNone()
    {
        _aws.Functions.Fails("f", """{"errorType":"E","errorMessage":"marked"}""");
        var arn = await _aws.RunAsync(Machines.Task(), """{"a":"marked"}""");
        await _aws.SettleAsync();
        var history = await _aws.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = arn, ["includeExecutionData"] = false });

        history.ToJsonString().ShouldNotContain("marked");
        history["events"]!.AsArray().Count.ShouldBe(6);
    }

    [Fact]
    public async Task History_Token_OfAnotherExecution_IsRefused()
    {
        var machine = await _aws.CreateAsync(Machines.Of("A", "\"Type\":\"Pass\""));
        var one = await _aws.StartExecutionAsync(machine);
        var other = await _aws.StartExecutionAsync(machine);
        var page = await _aws.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = one, ["maxResults"] = 1 });

        (await _aws.ErrorAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = other, ["nextToken"] = page["nextToken"]!.DeepClone() }))
            .Code.ShouldBe("InvalidToken");
    }

    [Fact]
    public async Task History_OfATokenTask_HidesTheToken()
    {
        _aws.Functions.Returns("f", _ => null);
        var arn = await _aws.RunAsync(Machines.TokenTask());
        await _aws.SettleAsync();
        var token = _aws.Functions.Invocations.Single().Event!["token"]!.GetValue<string>();

        (await HistoryAsync(arn)).ToJsonString().ShouldNotContain(token);
        (await HistoryAsync(arn))["events"]![2]!["taskScheduledEventDetails"]!["parameters"]!.GetValue<string>().ShouldContain("<task token>");
    }

    private static List<long> Ids(JsonObject page) => [.. page["events"]!.AsArray().Select(shown => shown!["id"]!.GetValue<long>())];

    private Task<JsonObject> HistoryAsync(string arn, bool reverse = false) =>
        _aws.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = arn, ["reverseOrder"] = reverse });
}
