using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

public sealed class TaskTests
{
    [Fact]
    public void Task_Entered_CallsWithItsParameters()
    {
        var execution = TestExecution.Start(Machines.Task(), """{"n":1}""");

        execution.LastCall.TaskEventId.ShouldBe(3);
        execution.LastCall.Resource.Integration.ShouldBe(TaskIntegration.LambdaInvoke);
        execution.LastCall.Parameters!.ToJsonString().ShouldBe("""{"FunctionName":"f","Payload":{"n":1}}""");
    }

    [Fact]
    public void Task_Scheduled_TellsServiceRegionAndLimits()
    {
        var execution = TestExecution.Start(Machines.TokenTask(""","TimeoutSeconds":60,"HeartbeatSeconds":5"""));

        var scheduled = (EventDetails.TaskScheduled)execution.Single(HistoryEventType.TaskScheduled).Details!;
        scheduled.Task.ShouldBe(new TaskReference("lambda", "invoke.waitForTaskToken"));
        (scheduled.Region, scheduled.TimeoutSeconds, scheduled.HeartbeatSeconds).ShouldBe(("ap-northeast-2", 60L, 5L));
    }

    [Fact]
    public void Result_GoesThroughSelectorPathAndAssign()
    {
        var execution = TestExecution.Start(
            Machines.Task(""","ResultSelector":{"v.$":"$.Payload"},"ResultPath":"$.r","OutputPath":"$.r.v","Assign":{"status.$":"$.StatusCode"}"""));
        execution.Return("""{"Payload":7,"StatusCode":200}""");

        execution.State.Output!.Text.ShouldBe("7");
        ((EventDetails.StateExited)execution.Single(HistoryEventType.TaskStateExited).Details!).AssignedVariables!["status"].Text.ShouldBe("200");
    }

    [Fact]
    public void Result_TooLarge_FailsTheTask()
    {
        var execution = TestExecution.Start(Machines.Task());
        execution.Return($"\"{new string('x', 262_143)}\"");

        execution.Single(HistoryEventType.TaskFailed).Details.ShouldBeOfType<EventDetails.Failure>().Error.ShouldBe("States.DataLimitExceeded");
        execution.State.Status.ShouldBe(ExecutionStatus.Failed);
    }

    [Fact]
    public void Answer_OfAClosedAttempt_IsPassedOver()
    {
        var execution = TestExecution.Start(Machines.Task());
        execution.Return("1");
        var events = execution.History.Count;

        execution.Send(new Stimulus.CallReturned(3, Payload.Parse("2"))).ShouldBeFalse();
        execution.History.Count.ShouldBe(events);
    }

    [Fact]
    public void Timeout_OfATask_CountsInRealTimeAlsoWhenWaitsAreScaled()
    {
        var execution = TestExecution.Start(Machines.Task(""","TimeoutSeconds":10"""), waitScale: 10);
        execution.PassTime(9.999);
        execution.State.Status.ShouldBe(ExecutionStatus.Running);
        execution.PassTime(0.001);

        execution.Single(HistoryEventType.TaskTimedOut).Details.ShouldBe(
            new EventDetails.Failure("States.Timeout", null, new TaskReference("lambda", "invoke")));
        execution.State.Failure!.Error.ShouldBe("States.Timeout");
        execution.Commands[^1].ShouldBe(new Command.ForgetTask(3));
    }

    [Fact]
    public void Timeout_ByPath_IsTakenFromTheInput()
    {
        var execution = TestExecution.Start(Machines.Task(""","TimeoutSecondsPath":"$.limit" """), """{"limit":3}""");

        execution.State.NextDue.ShouldBe(TestExecution.StartTime.AddSeconds(3));
    }

    [Fact]
    public void Timeout_OfATokenTask_IsScaled()
    {
        var execution = TestExecution.Start(Machines.TokenTask(""","TimeoutSeconds":600,"HeartbeatSeconds":60"""), waitScale: 60);

        execution.State.NextDue.ShouldBe(TestExecution.StartTime.AddSeconds(1));
        execution.Send(new Stimulus.TokenHeartbeat(3)).ShouldBeTrue();
        execution.PassTime(0.9);
        execution.Send(new Stimulus.TokenHeartbeat(3)).ShouldBeTrue();
        execution.PassTime(0.9);
        execution.State.Status.ShouldBe(ExecutionStatus.Running);
    }

    [Fact]
    public void Heartbeat_ResetsTheSilenceAndNeverTheTimeout()
    {
        var execution = TestExecution.Start(Machines.TokenTask(""","TimeoutSeconds":12,"HeartbeatSeconds":5"""));
        for (var beat = 0; beat < 2; beat++)
        {
            execution.PassTime(4.5);
            execution.Send(new Stimulus.TokenHeartbeat(3)).ShouldBeTrue();
        }
        execution.State.NextDue.ShouldBe(TestExecution.StartTime.AddSeconds(12));
        execution.PassTime(3);

        execution.Single(HistoryEventType.TaskTimedOut).Details.ShouldBeOfType<EventDetails.Failure>().Error.ShouldBe("States.Timeout");
        execution.Lines().ShouldNotContain("Heartbeat");
    }

    [Fact]
    public void Heartbeat_Missing_TimesOutWithItsOwnError()
    {
        var execution = TestExecution.Start(Machines.TokenTask(""","TimeoutSeconds":60,"HeartbeatSeconds":5"""));
        execution.PassTime(5);

        execution.State.Failure!.Error.ShouldBe("States.HeartbeatTimeout");
    }

    [Fact]
    public void Token_NeverReachesTheHistory()
    {
        var execution = TestExecution.Start(Machines.Of("T", """
            "Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token","b.$":"States.Base64Encode($$.Task.Token)","u.$":"States.UUID()"}}
            """));

        var body = execution.LastCall.Parameters!["MessageBody"]!;
        body["t"]!.GetValue<string>().ShouldBe("token-3");
        var stored = ((EventDetails.TaskScheduled)execution.Single(HistoryEventType.TaskScheduled).Details!).Parameters.Node!["MessageBody"]!;
        stored["t"]!.GetValue<string>().ShouldBe(Interpreter.TaskTokenPlaceholder);
        stored["u"]!.GetValue<string>().ShouldBe(body["u"]!.GetValue<string>());
        var json = System.Text.Encoding.UTF8.GetString(StoredHistory.Write(execution.History));
        json.ShouldNotContain("token-3");
        json.ShouldNotContain(Convert.ToBase64String("token-3"u8));
    }

    [Fact]
    public void OpenCalls_AfterARebuild_AreTheSameCalls()
    {
        var execution = TestExecution.Start(Machines.Of("T", """
            "Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token","u.$":"States.UUID()"}}
            """));

        var again = execution.Rebuild().OpenCalls().ShouldHaveSingleItem().ShouldBeOfType<Command.CallTask>();
        again.TaskEventId.ShouldBe(execution.LastCall.TaskEventId);
        JsonNode.DeepEquals(again.Parameters, execution.LastCall.Parameters).ShouldBeTrue();
    }

    [Fact]
    public void OpenCalls_OfASubmittedTask_AreNone()
    {
        var execution = TestExecution.Start(Machines.TokenTask());
        execution.Return("{}");

        execution.Rebuild().OpenCalls().ShouldBeEmpty();
    }

    [Fact]
    public void Token_BackBeforeTheCallReturns_EndsTheTask()
    {
        var execution = TestExecution.Start(Machines.TokenTask());
        execution.Send(new Stimulus.TokenSucceeded(3, Payload.Parse("1"))).ShouldBeTrue();

        execution.State.Status.ShouldBe(ExecutionStatus.Succeeded);
        execution.Send(new Stimulus.CallReturned(3, Payload.Parse("{}"))).ShouldBeFalse();
    }

    [Fact]
    public void Token_OfAnEarlierAttempt_IsClosed()
    {
        var execution = TestExecution.Start(Machines.TokenTask(""","Retry":[{"ErrorEquals":["E"]}]"""));
        execution.Return("{}");
        execution.Send(new Stimulus.TokenFailed(3, "E", null)).ShouldBeTrue();
        execution.PassTime(1);

        execution.Send(new Stimulus.TokenSucceeded(3, Payload.Parse("1"))).ShouldBeFalse();
        execution.Send(new Stimulus.TokenHeartbeat(3)).ShouldBeFalse();
        execution.LastCall.Parameters!["Payload"]!["token"]!.GetValue<string>().ShouldBe("token-7");
        execution.Send(new Stimulus.TokenSucceeded(7, Payload.Parse("1"))).ShouldBeTrue();
        execution.State.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void Token_OfATaskWithoutOne_IsRefused()
    {
        var execution = TestExecution.Start(Machines.Task());

        execution.Send(new Stimulus.TokenSucceeded(3, Payload.Parse("1"))).ShouldBeFalse();
    }

    [Fact]
    public void Cause_LongerThanAwsKeeps_IsCut()
    {
        var execution = TestExecution.Start(Machines.Task());
        execution.Fail(new string('e', 257), new string('c', 32_769));

        execution.State.Failure!.Error!.Length.ShouldBe(256);
        execution.State.Failure.Cause!.Length.ShouldBe(32_768);
    }
}
