namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

public sealed class EndingTests
{
    [Fact]
    public void Stop_EndsWithWhatTheCallerSaid()
    {
        var execution = TestExecution.Start(Machines.Task());
        execution.Send(new Stimulus.Stop("Why", "Because")).ShouldBeTrue();

        execution.State.Status.ShouldBe(ExecutionStatus.Aborted);
        execution.State.Failure.ShouldBe(new EventDetails.Failure("Why", "Because"));
        execution.Commands[^1].ShouldBe(new Command.ForgetTask(3));
        execution.Send(new Stimulus.Stop(null, null)).ShouldBeFalse();
    }

    [Fact]
    public void Timeout_OfTheMachine_CountsInRealTime()
    {
        var execution = TestExecution.Start(
            """{"StartAt":"W","TimeoutSeconds":10,"States":{"W":{"Type":"Wait","Seconds":6000,"End":true}}}""", waitScale: 10);
        execution.PassTime(10);

        execution.State.Status.ShouldBe(ExecutionStatus.TimedOut);
        execution.History[^1].ShouldSatisfyAllConditions(
            happened => happened.Type.ShouldBe(HistoryEventType.ExecutionTimedOut),
            happened => happened.PreviousEventId.ShouldBe(0));
    }

    [Fact]
    public void Loop_WithoutEnd_FailsWithTheLastEventThatFits()
    {
        var execution = TestExecution.Start("""{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"P"},"P":{"Type":"Pass","Next":"W"}}}""");
        var step = new Interpreter(
            new ExecutionIdentity("arn", "n", "arn", "n", "role"), execution.State.Definition, new InterpreterSettings("r"), new NoTokens());
        var events = new List<HistoryEvent>();
        var now = TestExecution.StartTime;
        var random = new KakaoWorkflow.Emulator.Randomness.SeededRandomSource(1);
        events.AddRange(step.Advance(new Stimulus.Start(Payload.Parse("{}")), now, random).Events);
        while (step.State.Status == ExecutionStatus.Running)
            events.AddRange(step.Advance(new Stimulus.TimerFired(), now = now.AddSeconds(1), random).Events);

        events.Count.ShouldBe(Interpreter.MaxEvents);
        events[^1].Id.ShouldBe(25_000);
        events[^1].Type.ShouldBe(HistoryEventType.ExecutionFailed);
        step.State.Failure!.Error.ShouldBe("States.Runtime");
        step.State.Failure.Cause!.ShouldContain("25000");
    }

    [Fact]
    public void Step_ThatNeverWaits_IsCutAndGoesOn()
    {
        var machine = """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"}}}""";
        var step = new Interpreter(
            new ExecutionIdentity("arn", "n", "arn", "n", "role"),
            KakaoWorkflow.Emulator.StepFunctions.Language.StateMachineDefinition.Parse(machine), new InterpreterSettings("r"), new NoTokens());
        var random = new KakaoWorkflow.Emulator.Randomness.SeededRandomSource(1);

        var first = step.Advance(new Stimulus.Start(Payload.Parse("{}")), TestExecution.StartTime, random);
        first.IsCutOff.ShouldBeTrue();
        step.IsCutOff.ShouldBeTrue();
        first.Events.Count.ShouldBeInRange(Interpreter.MaxEventsPerStep, Interpreter.MaxEventsPerStep + 10);
        step.Advance(new Stimulus.Continue(), TestExecution.StartTime, random).Events[0].Id.ShouldBe(first.Events[^1].Id + 1);
    }

    [Fact]
    public void Redrive_OfAFailedTask_SchedulesItAgainWithFreshRetries()
    {
        var execution = TestExecution.Start(Machines.Chain(
            ("A", "\"Type\":\"Pass\",\"Result\":\"kept\""),
            ("T", """
                "Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload":{"in.$":"$","redrives.$":"$$.Execution.RedriveCount"} },
                "Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}]
                """)));
        execution.Fail("E");
        execution.PassTime(1);
        execution.Fail("E");
        execution.State.Status.ShouldBe(ExecutionStatus.Failed);
        execution.PassTime(60);
        execution.Send(new Stimulus.Redrive()).ShouldBeTrue();

        execution.State.Status.ShouldBe(ExecutionStatus.Running);
        execution.State.RedriveTime.ShouldBe(execution.Now);
        execution.LastCall.Parameters!["Payload"]!.ToJsonString().ShouldBe("""{"in":"kept","redrives":1}""");
        execution.Lines().ShouldContain("""
            11 ExecutionFailed <- 10
            12 ExecutionRedriven <- 11
            13 TaskScheduled <- 12
            14 TaskStarted <- 13
            """);
        execution.Fail("E");
        execution.PassTime(1);
        execution.Return("1");
        execution.State.Status.ShouldBe(ExecutionStatus.Succeeded);
        execution.State.Failure.ShouldBeNull();
    }

    [Fact]
    public void Redrive_OfAMap_RepeatsOnlyWhatHadNotSucceeded()
    {
        var execution = TestExecution.Start(Machines.Of("M", """
            "Type":"Map","MaxConcurrency":2,"ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                "Parameters":{"FunctionName":"f","Payload.$":"$"},"End":true} } }
            """), "[1,2,3,4]");
        execution.Return("\"one\"", execution.Calls.ElementAt(0).TaskEventId);
        execution.Fail("E", task: execution.Calls.ElementAt(1).TaskEventId);
        var before = execution.Calls.Count();
        execution.Send(new Stimulus.Redrive()).ShouldBeTrue();

        var again = execution.Calls.Skip(before).ToList();
        again.Select(call => call.Parameters!["Payload"]!.GetValue<int>()).ShouldBe([2, 3]);
        execution.Return("\"two\"", again[0].TaskEventId);
        execution.Return("\"three\"", again[1].TaskEventId);
        execution.Return("\"four\"");
        execution.State.Output!.Text.ShouldBe("""["one","two","three","four"]""");
    }

    [Fact]
    public void Redrive_OfAFailState_FailsAgain()
    {
        var execution = TestExecution.Start("""{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}}""");
        execution.Send(new Stimulus.Redrive()).ShouldBeTrue();

        execution.State.Status.ShouldBe(ExecutionStatus.Failed);
        execution.State.RedriveCount.ShouldBe(1);
    }

    [Fact]
    public void Redrive_OfAStoppedWait_KeepsItsTime()
    {
        var execution = TestExecution.Start(Machines.Of("W", "\"Type\":\"Wait\",\"Seconds\":10"));
        execution.Send(new Stimulus.Stop(null, null));
        execution.Send(new Stimulus.Redrive()).ShouldBeTrue();
        execution.State.NextDue.ShouldBe(TestExecution.StartTime.AddSeconds(10));
        execution.PassTime(10);

        execution.State.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void Redrive_AfterTheMachinesTimeout_StartsItAgain()
    {
        var execution = TestExecution.Start(
            """{"StartAt":"W","TimeoutSeconds":10,"States":{"W":{"Type":"Wait","Seconds":15,"End":true}}}""");
        execution.PassTime(10);
        execution.Send(new Stimulus.Redrive()).ShouldBeTrue();
        execution.State.Deadline.ShouldBe(TestExecution.StartTime.AddSeconds(20));
        execution.PassTime(5);

        execution.State.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void Redrive_OfARunningOrSucceededExecution_IsRefused()
    {
        TestExecution.Start(Machines.Task()).Send(new Stimulus.Redrive()).ShouldBeFalse();
        TestExecution.Start(Machines.Of("A", "\"Type\":\"Pass\"")).Send(new Stimulus.Redrive()).ShouldBeFalse();
    }

    private sealed class NoTokens : ITaskTokens
    {
        public string TokenFor(string executionArn, long taskEventId) => throw new InvalidOperationException("No task here waits for a token.");
    }
}
