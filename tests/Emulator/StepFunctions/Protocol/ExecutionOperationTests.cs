using KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Protocol;

public sealed class ExecutionOperationTests : IAsyncLifetime
{
    private static readonly string Wait = Machines.Of("W", "\"Type\":\"Wait\",\"Seconds\":60");
    private TestStepFunctions _aws = null!;
    private string _machine = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await TestStepFunctions.StartAsync();
        _machine = await _aws.CreateAsync(Wait);
    }

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task Start_WithoutName_GetsAUuid()
    {
        var arn = await _aws.StartExecutionAsync(_machine);

        Guid.TryParse(arn.Split(':')[^1], out _).ShouldBeTrue();
        arn.ShouldStartWith("arn:aws:states:ap-northeast-2:000000000000:execution:machine:");
    }

    [Fact]
    public async Task Start_SameNameAndInputWhileRunning_AnswersTheSame()
    {
        var first = await StartAsync("order-1", "{ }");
        _aws.Time.Advance(TimeSpan.FromSeconds(3));
        var again = await StartAsync("order-1", "{ }");

        again.ToJsonString().ShouldBe(first.ToJsonString());
        (await _aws.ErrorAsync("StartExecution", Start("order-1", "{\"other\":1}"))).Code.ShouldBe("ExecutionAlreadyExists");
    }

    [Fact]
    public async Task Start_AtTheSameTime_MakesOneExecution()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => StartAsync("order-1", "1"))));

        answers.Select(answer => answer.ToJsonString()).Distinct().Count().ShouldBe(1);
        _aws.Engine.RunningCount.ShouldBe(1);
    }

    [Fact]
    public async Task Start_SameNameAfterTheEnd_IsRefused()
    {
        await StartAsync("order-1", "{}");
        await _aws.PassTimeAsync(60);

        (await _aws.ErrorAsync("StartExecution", Start("order-1", "{}"))).Code.ShouldBe("ExecutionAlreadyExists");
    }

    [Theory]
    [InlineData("not json", "InvalidExecutionInput")]
    [InlineData("", "InvalidExecutionInput")]
    [InlineData("""{"a":1,"a":2}""", "InvalidExecutionInput")]
    [InlineData("{'a':1}", "InvalidExecutionInput")]
    public async Task Start_Input_Wrong_IsRefused(string input, string code) =>
        (await _aws.ErrorAsync("StartExecution", Start("x", input))).Code.ShouldBe(code);

    [Theory]
    [InlineData("2")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("true")]
    public async Task Start_Input_MayBeAnyJson(string input)
    {
        var arn = await _aws.StartExecutionAsync(_machine, input);

        (await _aws.DescribeAsync(arn))["input"]!.GetValue<string>().ShouldBe(input);
    }

    [Theory]
    [InlineData(262_144, true)]
    [InlineData(262_145, false)]
    public async Task Start_Input_HasItsLimit(int bytes, bool allowed)
    {
        var input = $"\"{new string('x', bytes - 2)}\"";
        if (allowed)
            await StartAsync("x", input);
        else
            (await _aws.ErrorAsync("StartExecution", Start("x", input))).Code.ShouldBe("InvalidExecutionInput");
    }

    [Theory]
    [InlineData("name", "\"a/b\"", "InvalidName")]
    [InlineData("stateMachineArn", "\"arn:aws:states:ap-northeast-2:000000000000:stateMachine:nobody\"", "StateMachineDoesNotExist")]
    [InlineData("stateMachineArn", "\"arn:aws:states:ap-northeast-2:000000000000:stateMachine:machine:1\"", "InvalidArn")]
    [InlineData("stateMachineArn", "null", "ValidationException")]
    [InlineData("traceHeader", "\"추적\"", "ValidationException")]
    [InlineData("input", "{}", "ValidationException")]
    [InlineData("unheard", "1", "ValidationException")]
    public async Task Start_Member_Wrong_IsRefused(string member, string value, string code)
    {
        var body = Start("x", "{}");
        body[member] = JsonNode.Parse(value);

        (await _aws.ErrorAsync("StartExecution", body)).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Describe_Running_AndEnded()
    {
        var body = Start("order-1", """{"n":1}""");
        body["traceHeader"] = "Root=1";
        var arn = (await _aws.CallAsync("StartExecution", body))["executionArn"]!.GetValue<string>();
        (await _aws.DescribeAsync(arn)).ToJsonString().ShouldBe(
            """{"executionArn":"arn:aws:states:ap-northeast-2:000000000000:execution:machine:order-1","stateMachineArn":"arn:aws:states:ap-northeast-2:000000000000:stateMachine:machine","name":"order-1","status":"RUNNING","startDate":1772355600,"redriveCount":0,"input":"{\u0022n\u0022:1}","inputDetails":{"included":true},"traceHeader":"Root=1","redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is RUNNING and cannot be redriven"}""");
        await _aws.PassTimeAsync(60);

        var ended = await _aws.DescribeAsync(arn);
        ended["status"]!.GetValue<string>().ShouldBe("SUCCEEDED");
        ended["stopDate"]!.GetValue<decimal>().ShouldBe(1772355660m);
        ended["output"]!.GetValue<string>().ShouldBe("""{"n":1}""");
        var metadata = await _aws.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = arn, ["includedData"] = "METADATA_ONLY" });
        metadata.ContainsKey("input").ShouldBeFalse();
        metadata["outputDetails"]!["included"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("DescribeExecution")]
    [InlineData("GetExecutionHistory")]
    [InlineData("StopExecution")]
    [InlineData("RedriveExecution")]
    [InlineData("DescribeStateMachineForExecution")]
    public async Task Operations_OnAnExecution_WantOneThatExists(string operation)
    {
        (await _aws.ErrorAsync(operation, new JsonObject { ["executionArn"] = "arn:aws:states:r:0:execution:m:nobody" })).Code.ShouldBe("ExecutionDoesNotExist");
        (await _aws.ErrorAsync(operation, new JsonObject { ["executionArn"] = _machine })).Code.ShouldBe("InvalidArn");
        (await _aws.ErrorAsync(operation, [])).Code.ShouldBe("ValidationException");
    }

    [Fact]
    public async Task Stop_EndsAndAnswersTheDate_AlsoTwice()
    {
        var arn = await _aws.StartExecutionAsync(_machine);
        var body = new JsonObject { ["executionArn"] = arn, ["error"] = "E", ["cause"] = "C" };
        var answer = await _aws.CallAsync("StopExecution", body);
        _aws.Time.Advance(TimeSpan.FromSeconds(5));

        (await _aws.CallAsync("StopExecution", body)).ToJsonString().ShouldBe(answer.ToJsonString());
        var shown = await _aws.DescribeAsync(arn);
        (shown["status"]!.GetValue<string>(), shown["error"]!.GetValue<string>(), shown["cause"]!.GetValue<string>()).ShouldBe(("ABORTED", "E", "C"));
        shown["redriveStatus"]!.GetValue<string>().ShouldBe("REDRIVABLE");
    }

    [Theory]
    [InlineData("error", 256)]
    [InlineData("cause", 32_768)]
    public async Task Stop_Texts_HaveTheirLimits(string member, int length)
    {
        var body = new JsonObject { ["executionArn"] = await _aws.StartExecutionAsync(_machine), [member] = new string('x', length + 1) };
        (await _aws.ErrorAsync("StopExecution", body)).Code.ShouldBe("ValidationException");
        body[member] = new string('x', length);
        await _aws.CallAsync("StopExecution", body);
    }

    [Fact]
    public async Task List_IsNewestFirst_Filtered_AndInPages()
    {
        foreach (var name in new[] { "a", "b", "c" })
            await StartAsync(name, "{}");
        await _aws.CallAsync("StopExecution", new JsonObject { ["executionArn"] = Arn("b") });
        await _aws.CallAsync("RedriveExecution", new JsonObject { ["executionArn"] = Arn("b") });
        await _aws.CallAsync("StopExecution", new JsonObject { ["executionArn"] = Arn("a") });

        (await NamesAsync("{}")).ShouldBe(["c", "b", "a"]);
        (await NamesAsync("""{"statusFilter":"RUNNING"}""")).ShouldBe(["c", "b"]);
        (await NamesAsync("""{"statusFilter":"ABORTED"}""")).ShouldBe(["a"]);
        (await NamesAsync("""{"redriveFilter":"REDRIVEN"}""")).ShouldBe(["b"]);
        (await NamesAsync("""{"redriveFilter":"NOT_REDRIVEN"}""")).ShouldBe(["c", "a"]);
        (await NamesAsync("""{"maxResults":1}""")).ShouldBe(["c", "b", "a"]);
    }

    [Fact]
    public async Task List_Wrong_IsRefused()
    {
        (await _aws.ErrorAsync("ListExecutions", [])).Code.ShouldBe("ValidationException");
        (await ListErrorAsync("statusFilter", "LOST")).ShouldBe("ValidationException");
        (await ListErrorAsync("statusFilter", "PENDING_REDRIVE")).ShouldBe("ValidationException");
        (await ListErrorAsync("nextToken", "garbage")).ShouldBe("InvalidToken");
        (await ListErrorAsync("maxResults", 1001)).ShouldBe("ValidationException");
        (await ListErrorAsync("mapRunArn", "x")).ShouldBe("ValidationException");
    }

    [Fact]
    public async Task List_TokenOfAnotherList_IsRefused()
    {
        await StartAsync("a", "{}");
        await StartAsync("b", "{}");
        var page = await _aws.CallAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = _machine, ["maxResults"] = 1 });

        (await _aws.ErrorAsync("ListExecutions", new JsonObject
        {
            ["stateMachineArn"] = _machine,
            ["statusFilter"] = "FAILED",
            ["nextToken"] = page["nextToken"]!.DeepClone(),
        })).Code.ShouldBe("InvalidToken");
    }

    [Fact]
    public async Task Redrive_WithTheSameClientToken_IsOneRedrive()
    {
        await StartAsync("a", "{}");
        await _aws.CallAsync("StopExecution", new JsonObject { ["executionArn"] = Arn("a") });
        var body = new JsonObject { ["executionArn"] = Arn("a"), ["clientToken"] = "once" };
        var first = await _aws.CallAsync("RedriveExecution", body);
        _aws.Time.Advance(TimeSpan.FromSeconds(1));

        (await _aws.CallAsync("RedriveExecution", body)).ToJsonString().ShouldBe(first.ToJsonString());
        (await _aws.ErrorAsync("RedriveExecution", new JsonObject { ["executionArn"] = Arn("a") })).Code.ShouldBe("ExecutionNotRedrivable");
        (await _aws.DescribeAsync(Arn("a")))["redriveCount"]!.GetValue<int>().ShouldBe(1);

        await _aws.CallAsync("StopExecution", new JsonObject { ["executionArn"] = Arn("a") });
        _aws.Time.Advance(TimeSpan.FromMinutes(15));
        await _aws.CallAsync("RedriveExecution", body);
        (await _aws.DescribeAsync(Arn("a")))["redriveCount"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Redrive_TooLate_IsRefused()
    {
        await StartAsync("a", "{}");
        await _aws.CallAsync("StopExecution", new JsonObject { ["executionArn"] = Arn("a") });
        _aws.Time.Advance(TimeSpan.FromDays(14) + TimeSpan.FromMilliseconds(1));

        (await _aws.ErrorAsync("RedriveExecution", new JsonObject { ["executionArn"] = Arn("a") })).Message.ShouldContain("14 days");
    }

    [Fact]
    public async Task DescribeStateMachineForExecution_ShowsWhatItRuns()
    {
        await StartAsync("a", "{}");
        await _aws.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = _machine, ["definition"] = Machines.Of("P", "\"Type\":\"Pass\"") });
        await _aws.CallAsync("DeleteStateMachine", new JsonObject { ["stateMachineArn"] = _machine });

        var shown = await _aws.CallAsync("DescribeStateMachineForExecution", new JsonObject { ["executionArn"] = Arn("a") });
        shown["definition"]!.GetValue<string>().ShouldBe(Wait);
        shown["stateMachineArn"]!.GetValue<string>().ShouldBe(_machine);
    }

    private static string Arn(string name) => $"arn:aws:states:ap-northeast-2:000000000000:execution:machine:{name}";

    private JsonObject Start(string name, string input) => new() { ["stateMachineArn"] = _machine, ["name"] = name, ["input"] = input };

    private Task<JsonObject> StartAsync(string name, string input) => _aws.CallAsync("StartExecution", Start(name, input));

    private async Task<string> ListErrorAsync(string member, JsonNode value) =>
        (await _aws.ErrorAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = _machine, [member] = value })).Code;

    private async Task<List<string>> NamesAsync(string request)
    {
        var names = new List<string>();
        var body = JsonNode.Parse(request)!.AsObject();
        body["stateMachineArn"] = _machine;
        JsonObject page;
        do
        {
            page = await _aws.CallAsync("ListExecutions", body);
            names.AddRange(page["executions"]!.AsArray().Select(execution => execution!["name"]!.GetValue<string>()));
            body["nextToken"] = page["nextToken"]?.DeepClone();
        }
        while (page.ContainsKey("nextToken"));
        return names;
    }
}
