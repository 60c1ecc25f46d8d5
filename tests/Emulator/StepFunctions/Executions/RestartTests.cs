using KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Executions;

/// <summary>What is on disk goes on after a stop: nothing is drained before, and calls that were under way are lost.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Call_UnderWay_IsMadeAgainAsTheSameAttempt()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Hangs("f");
        var execution = await aws.RunAsync(Machines.Task(), """{"n":1}""");
        await aws.Functions.InvokedAsync("f", 1);
        aws.Functions.Returns("f", _ => 5);
        await aws.RestartAsync();
        await aws.SettleAsync();

        (await aws.StatusAsync(execution)).ShouldBe("SUCCEEDED");
        var invocations = aws.Functions.Invocations.ToList();
        invocations.Count.ShouldBe(2);
        JsonNode.DeepEquals(invocations[0].Event, invocations[1].Event).ShouldBeTrue();
        (await aws.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = execution }))["events"]!.AsArray().Count.ShouldBe(7);
    }

    [Fact]
    public async Task Wait_DueLater_FiresAtItsTime()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var execution = await aws.RunAsync(Machines.Of("W", "\"Type\":\"Wait\",\"Seconds\":60"));
        await aws.PassTimeAsync(30);
        await aws.RestartAsync();
        await aws.PassTimeAsync(29);
        (await aws.StatusAsync(execution)).ShouldBe("RUNNING");
        await aws.PassTimeAsync(1);

        (await aws.StatusAsync(execution)).ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task Wait_Overdue_FiresAtOnce()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var execution = await aws.RunAsync(Machines.Of("W", "\"Type\":\"Wait\",\"Seconds\":60"));
        await aws.StopForAsync(TimeSpan.FromSeconds(90));
        await aws.PassTimeAsync(0.001);

        (await aws.StatusAsync(execution)).ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task Token_IssuedBefore_EndsItsTaskAfter()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Returns("f", _ => null);
        var execution = await aws.RunAsync(Machines.TokenTask());
        await aws.SettleAsync();
        var token = aws.Functions.Invocations.Single().Event!["token"]!.GetValue<string>();
        await aws.RestartAsync();
        await aws.SettleAsync();
        aws.Functions.Invocations.Count.ShouldBe(1);
        await aws.CallAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = token, ["output"] = "7" });

        (await aws.OutputAsync(execution)).ShouldBe("7");
    }

    [Fact]
    public async Task Heartbeat_SentBefore_CountsAfter()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Returns("f", _ => null);
        var execution = await aws.RunAsync(Machines.TokenTask(""","TimeoutSeconds":600,"HeartbeatSeconds":10"""));
        await aws.SettleAsync();
        var token = aws.Functions.Invocations.Single().Event!["token"]!.GetValue<string>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await aws.PassTimeAsync(8);
            await aws.CallAsync("SendTaskHeartbeat", new JsonObject { ["taskToken"] = token });
        }
        await aws.RestartAsync();
        await aws.PassTimeAsync(9);
        (await aws.StatusAsync(execution)).ShouldBe("RUNNING");
        await aws.PassTimeAsync(1);

        (await aws.DescribeAsync(execution))["error"]!.GetValue<string>().ShouldBe("States.HeartbeatTimeout");
    }

    [Fact]
    public async Task Retry_BackingOff_KeepsItsTimeAndItsCount()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Fails("f", """{"errorType":"E"}""");
        var execution = await aws.RunAsync(Machines.Task(
            ""","Retry":[{"ErrorEquals":["E"],"IntervalSeconds":10,"BackoffRate":2,"MaxAttempts":2}]"""));
        await aws.SettleAsync();
        await aws.PassTimeAsync(10);
        await aws.RestartAsync();
        await aws.PassTimeAsync(19);
        aws.Functions.Invocations.Count.ShouldBe(2);
        await aws.PassTimeAsync(1);
        aws.Functions.Invocations.Count.ShouldBe(3);

        (await aws.StatusAsync(execution)).ShouldBe("FAILED");
    }

    [Fact]
    public async Task ParallelAndMap_HalfDone_GoOnWithTheRest()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Runs("f", async (input, cancellationToken) =>
        {
            if (input!.GetValue<int>() > 1)
                await TestFunctions.ForeverAsync(cancellationToken);
            return TestFunctions.Answer(input.DeepClone());
        });
        var execution = await aws.RunAsync(Machines.Of("P", """
            "Type":"Parallel","Branches":[
                {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":5,"End":true} } },
                {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":2,"End":true,"ItemProcessor":{"StartAt":"T","States":{
                    "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload.$":"$"},"OutputPath":"$.Payload","End":true} } } } } }]
            """), "[1,2,3,4]");
        await aws.Functions.InvokedAsync("f", 3);
        aws.Functions.Returns("f", input => input!.DeepClone());
        await aws.RestartAsync();
        await aws.PassTimeAsync(5);

        (await aws.OutputAsync(execution)).ShouldBe("[[1,2,3,4],[1,2,3,4]]");
        aws.Functions.Invocations.Count(invocation => invocation.Event!.GetValue<int>() == 1).ShouldBe(1);
    }

    [Fact]
    public async Task Definition_ChangedMeanwhile_OldExecutionsKeepTheirs()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var machine = await aws.CreateAsync(Machines.Chain(("W", "\"Type\":\"Wait\",\"Seconds\":5"), ("P", "\"Type\":\"Pass\",\"Result\":\"old\"")));
        var old = await aws.StartExecutionAsync(machine);
        await aws.CallAsync("UpdateStateMachine", new JsonObject
        {
            ["stateMachineArn"] = machine,
            ["definition"] = Machines.Of("P", "\"Type\":\"Pass\",\"Result\":\"new\""),
        });
        await aws.RestartAsync();
        var young = await aws.StartExecutionAsync(machine);
        await aws.PassTimeAsync(5);

        (await aws.OutputAsync(old)).ShouldBe("\"old\"");
        (await aws.OutputAsync(young)).ShouldBe("\"new\"");
    }

    [Fact]
    public async Task Ended_Executions_AreNotLoadedAndStillShown()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var execution = await aws.RunAsync(Machines.Of("A", "\"Type\":\"Pass\""), "\"끝\"");
        await aws.RestartAsync();

        aws.Engine.RunningCount.ShouldBe(0);
        (await aws.OutputAsync(execution)).ShouldBe("\"끝\"");
        (await Should.ThrowAsync<AwsJsonException>(() => aws.CallAsync("StartExecution", new JsonObject
        {
            ["stateMachineArn"] = "arn:aws:states:ap-northeast-2:000000000000:stateMachine:machine",
            ["name"] = "one",
            ["input"] = "\"끝\"",
        }))).Code.ShouldBe("ExecutionAlreadyExists");
    }

    [Fact]
    public async Task Redriven_Execution_GoesOnAfterARestart()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Fails("f", """{"errorType":"E"}""");
        var execution = await aws.RunAsync(Machines.Chain(("T", Machines.TaskFields), ("W", "\"Type\":\"Wait\",\"Seconds\":5")));
        await aws.SettleAsync();
        aws.Functions.Returns("f", _ => 1);
        await aws.CallAsync("RedriveExecution", new JsonObject { ["executionArn"] = execution });
        await aws.SettleAsync();
        await aws.RestartAsync();
        await aws.PassTimeAsync(5);

        var shown = await aws.DescribeAsync(execution);
        shown["status"]!.GetValue<string>().ShouldBe("SUCCEEDED");
        shown["redriveCount"]!.GetValue<int>().ShouldBe(1);
    }
}
