using KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Executions;

/// <summary>Whatever a step throws ends its execution: nothing stands still, now or after a restart.</summary>
public sealed class UnforeseenErrorTests
{
    private const string Breaking = """ "Type":"Pass","Parameters":{"id.$":"States.UUID()"} """;

    [Fact]
    public async Task FirstStep_ThatThrows_FailsTheExecutionWithTheCause()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var machine = await aws.CreateAsync(Machines.Of("Make", Breaking));
        aws.Random.IsBroken = true;
        var execution = await aws.StartExecutionAsync(machine, name: "one");

        await FailedAsync(aws, execution,
            $"An error occurred while executing the state 'Make' (entered at the event id #2). InvalidOperationException: {BrittleRandomSource.Message}");
        (await TypesAsync(aws, execution)).ShouldBe(["ExecutionStarted", "PassStateEntered", "ExecutionFailed"]);
    }

    [Fact]
    public async Task LaterStep_ThatThrows_IsFailedStillAfterARestart_AndCallsNothingAgain()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Returns("f", _ => 1);
        var execution = await aws.RunAsync(Machines.Chain(
            ("Wait", "\"Type\":\"Wait\",\"Seconds\":5"), ("T", Machines.TaskFields), ("Make", Breaking)));
        await aws.RestartAsync();
        aws.Random.IsBroken = true;
        await aws.PassTimeAsync(5);
        await FailedAsync(aws, execution, BrittleRandomSource.Message);

        aws.Random.IsBroken = false;
        await aws.RestartAsync();
        await aws.SettleAsync();
        await FailedAsync(aws, execution, BrittleRandomSource.Message);
        aws.Functions.Invocations.Count.ShouldBe(1);
        aws.Engine.RunningCount.ShouldBe(0);
    }

    [Theory]
    [InlineData(""" "Type":"Parallel","Branches":[{"StartAt":"Hang","States":{"Hang":{"Type":"Wait","Seconds":60,"End":true} } },{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"Make"},"Make":{BREAKING,"End":true} } }] """)]
    [InlineData(""" "Type":"Map","ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"Make"},"Make":{BREAKING,"End":true} } } """)]
    public async Task Branch_ThatThrows_FailsTheExecution(string fields)
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var execution = await aws.RunAsync($$"""
            {"StartAt":"All","States":{
              "All":{ {{fields.Replace("BREAKING", Breaking, StringComparison.Ordinal)}},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}],"End":true},
              "C":{"Type":"Pass","End":true} } }
            """, "[1,2]");
        await aws.RestartAsync();
        aws.Random.IsBroken = true;
        await aws.PassTimeAsync(1);

        await FailedAsync(aws, execution, "the state 'Make'");
        (await aws.CallAsync("StopExecution", new JsonObject { ["executionArn"] = execution })).ContainsKey("stopDate").ShouldBeTrue();
        aws.Random.IsBroken = false;
        await aws.RestartAsync();
        await FailedAsync(aws, execution, "the state 'Make'");
    }

    [Fact]
    public async Task Retry_ThatThrows_FailsTheExecution()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Runs("f", (_, _) =>
        {
            aws.Random.IsBroken = true;
            throw new LambdaServiceException("TooManyRequestsException", "busy", 429);
        });
        var execution = await aws.RunAsync(Machines.Task(""","Retry":[{"ErrorEquals":["States.ALL"],"JitterStrategy":"FULL"}]"""));
        await aws.SettleAsync();

        await FailedAsync(aws, execution, BrittleRandomSource.Message);
    }

    [Fact]
    public async Task CallUnderWay_ThatCanNoLongerBeRead_FailsAfterTheRestart()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Hangs("f");
        var execution = await aws.RunAsync(Machines.Task());
        await aws.Functions.InvokedAsync("f", 1);
        await aws.ChangeDatabaseAsync("""UPDATE sfn_events SET events = CAST(replace(CAST(events AS TEXT), '\"FunctionName\"', 'x') AS BLOB)""");
        await aws.RestartAsync();
        await aws.SettleAsync();

        await FailedAsync(aws, execution, "JsonReaderException");
        aws.Functions.Invocations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Payload_DeeperThanCanBeWritten_FailsTheExecution()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var execution = await aws.RunAsync(
            """{"StartAt":"Nest","States":{"Nest":{"Type":"Pass","Parameters":{"deeper.$":"$"},"Next":"Nest"} } }""");

        (await aws.Engine.WaitForEndAsync(execution, TestContext.Current.CancellationToken)).Error.ShouldBe("States.Runtime");
    }

    [Fact]
    public async Task Payload_DeeperThanCallersMayGive_GoesOnAfterARestart()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var execution = await aws.RunAsync(
            Machines.Chain(("Nest", "\"Type\":\"Pass\",\"Parameters\":{\"deeper.$\":\"$\"}"), ("W", "\"Type\":\"Wait\",\"Seconds\":1")),
            new StringBuilder().Append('[', 256).Append(']', 256).ToString());
        await aws.RestartAsync();
        await aws.PassTimeAsync(1);

        (await aws.StatusAsync(execution)).ShouldBe("SUCCEEDED");
    }

    private static async Task FailedAsync(TestStepFunctions aws, string execution, string cause)
    {
        var shown = await aws.DescribeAsync(execution);
        (shown["status"]!.GetValue<string>(), shown["error"]?.GetValue<string>()).ShouldBe(("FAILED", "States.Runtime"));
        shown["cause"]!.GetValue<string>().ShouldContain(cause);
        (await TypesAsync(aws, execution))[^1].ShouldBe("ExecutionFailed");
    }

    private static async Task<List<string>> TypesAsync(TestStepFunctions aws, string execution) =>
        [.. (await aws.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = execution }))["events"]!.AsArray()
            .Select(happened => happened!["type"]!.GetValue<string>())];
}
