using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Executions;

public sealed class EngineTests
{
    private const string Order = """
        {"StartAt":"Quote","States":{
          "Quote":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"quote","Payload.$":"$"},
                   "ResultSelector":{"total.$":"$.Payload.total"},"Next":"Await"},
          "Await":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
                   "Parameters":{"FunctionName":"await","Payload":{"token.$":"$$.Task.Token"}},"TimeoutSeconds":900,
                   "Catch":[{"ErrorEquals":["States.Timeout"],"Next":"Expired"}],"ResultPath":"$.payment","Next":"Announce"},
          "Announce":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"q","MessageBody.$":"$"},"ResultPath":null,"End":true},
          "Expired":{"Type":"Pass","Result":"EXPIRED","End":true}}}
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_FromStartToEnd_CallsEverythingOnce()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Returns("quote", input => new JsonObject { ["total"] = input!["n"]!.GetValue<int>() * 4500 });
        aws.Functions.Returns("await", _ => null);
        var execution = await aws.RunAsync(Order, """{"n":2}""");
        await aws.SettleAsync();
        (await aws.StatusAsync(execution)).ShouldBe("RUNNING");

        var token = aws.Functions.Invocations.Last().Event!["token"]!.GetValue<string>();
        await aws.CallAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = token, ["output"] = """{"paid":9000}""" });
        var ended = await aws.Engine.WaitForEndAsync(execution, Cancelled);

        ended.Output.ShouldBe("""{"total":9000,"payment":{"paid":9000}}""");
        aws.Sqs.Calls.ShouldHaveSingleItem().Request["MessageBody"]!.GetValue<string>().ShouldBe("""{"total":9000,"payment":{"paid":9000}}""");
        aws.Functions.Invocations.Count.ShouldBe(2);
        aws.Engine.RunningCount.ShouldBe(0);
    }

    [Fact]
    public async Task Timer_OfVirtualTime_FiresWhenTheClockIsMoved()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Returns("quote", _ => new JsonObject { ["total"] = 1 });
        aws.Functions.Returns("await", _ => null);
        var execution = await aws.RunAsync(Order);
        await aws.SettleAsync();
        await aws.PassTimeAsync(899);
        (await aws.StatusAsync(execution)).ShouldBe("RUNNING");
        await aws.PassTimeAsync(1);

        (await aws.OutputAsync(execution)).ShouldBe("\"EXPIRED\"");
    }

    [Fact]
    public async Task Wait_OfDays_IsSleptThroughInPieces()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var execution = await aws.RunAsync(Machines.Of("W", "\"Type\":\"Wait\",\"Seconds\":864000"));
        await aws.PassTimeAsync(863_999);
        (await aws.StatusAsync(execution)).ShouldBe("RUNNING");
        await aws.PassTimeAsync(1);

        (await aws.StatusAsync(execution)).ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task Timeout_OfAFunction_ForgetsItsCall()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Hangs("f");
        var execution = await aws.RunAsync(Machines.Task(""","TimeoutSeconds":5"""));
        await aws.Functions.InvokedAsync("f", 1);
        await aws.PassTimeAsync(5);

        (await aws.DescribeAsync(execution))["error"]!.GetValue<string>().ShouldBe("States.Timeout");
    }

    [Fact]
    public async Task Loop_WithoutAnyWait_EndsAtTheLimitAndLetsOthersRun()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var loop = await aws.StartExecutionAsync(
            await aws.CreateAsync("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"}}}""", "loop"));
        var other = await aws.StartExecutionAsync(await aws.CreateAsync(Machines.Of("A", "\"Type\":\"Pass\""), "other"));
        (await aws.Engine.WaitForEndAsync(other, Cancelled)).Output.ShouldBe("{}");
        var ended = await aws.Engine.WaitForEndAsync(loop, Cancelled);

        ended.EventCount.ShouldBe(25_000);
        ended.Error.ShouldBe("States.Runtime");
    }

    [Fact]
    public async Task Executions_ManyAtOnce_AllEnd()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        aws.Functions.Returns("f", input => input!.DeepClone());
        var machine = await aws.CreateAsync(Machines.Task(""","OutputPath":"$.Payload" """));
        var executions = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => aws.StartExecutionAsync(machine, $"{n}")));
        await aws.SettleAsync();

        var outputs = await Task.WhenAll(executions.Select(aws.OutputAsync));
        outputs.Select(int.Parse!).ShouldBe(Enumerable.Range(0, 200));
    }

    [Fact]
    public async Task Functions_BeyondTheConcurrency_WaitTheirTurn()
    {
        await using var aws = await TestStepFunctions.StartAsync(new EngineOptions { MaxConcurrentFunctions = 2 });
        var gate = new TaskCompletionSource();
        aws.Functions.Runs("f", async (_, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return TestFunctions.Answer(1);
        });
        var machine = await aws.CreateAsync(Machines.Task());
        for (var n = 0; n < 5; n++)
            await aws.StartExecutionAsync(machine);
        await aws.Functions.InvokedAsync("f", 2);
        aws.Functions.Invocations.Count.ShouldBe(2);
        gate.SetResult();
        await aws.SettleAsync();

        aws.Functions.Invocations.Count.ShouldBe(5);
        aws.Engine.RunningCount.ShouldBe(0);
    }

    [Fact]
    public async Task Step_ThatCannotBeStored_ParksTheExecutionUntilTheNextStart()
    {
        await using var aws = await TestStepFunctions.StartAsync();
        var execution = await aws.RunAsync(Machines.Of("W", "\"Type\":\"Wait\",\"Seconds\":5"));
        await aws.ChangeDatabaseAsync("CREATE TRIGGER full BEFORE INSERT ON sfn_events BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        await aws.PassTimeAsync(5);
        (await aws.StatusAsync(execution)).ShouldBe("RUNNING");
        await Should.ThrowAsync<ExecutionParkedException>(() => aws.Engine.WaitForEndAsync(execution, Cancelled));
        await Should.ThrowAsync<ExecutionParkedException>(() => aws.Engine.StopAsync(execution, null, null));

        await aws.ChangeDatabaseAsync("DROP TRIGGER full");
        await aws.RestartAsync();
        await aws.PassTimeAsync(0.001);
        (await aws.StatusAsync(execution)).ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task WaitForEnd_OfNothing_Throws()
    {
        await using var aws = await TestStepFunctions.StartAsync();

        await Should.ThrowAsync<KeyNotFoundException>(() =>
            aws.Engine.WaitForEndAsync("arn:aws:states:r:0:execution:m:n", Cancelled));
    }
}
