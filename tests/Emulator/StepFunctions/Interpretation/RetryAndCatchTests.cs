namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

public sealed class RetryAndCatchTests
{
    [Fact]
    public void Retry_Backoff_GrowsToItsCapAndEndsWithTheAttempts()
    {
        var execution = TestExecution.Start(Machines.Task(
            ""","Retry":[{"ErrorEquals":["E"],"IntervalSeconds":2,"BackoffRate":3,"MaxDelaySeconds":10,"MaxAttempts":3}]"""));
        foreach (var delay in new[] { 2, 6, 10 })
        {
            execution.Fail("E");
            execution.State.NextDue.ShouldBe(execution.Now.AddSeconds(delay));
            execution.PassTime(delay - 0.001);
            execution.State.NextDue.ShouldNotBeNull();
            execution.PassTime(0.001);
        }
        execution.Fail("E", "for good");

        execution.Calls.Count().ShouldBe(4);
        execution.State.Failure.ShouldBe(new EventDetails.Failure("E", "for good"));
    }

    [Fact]
    public void Retry_Jitter_StaysBelowTheDelay()
    {
        var execution = TestExecution.Start(Machines.Task(
            ""","Retry":[{"ErrorEquals":["E"],"IntervalSeconds":100,"JitterStrategy":"FULL"}]"""));
        execution.Fail("E");

        execution.State.NextDue!.Value.ShouldBeInRange(execution.Now, execution.Now.AddSeconds(100));
        execution.State.NextDue.ShouldNotBe(execution.Now.AddSeconds(100));
    }

    [Fact]
    public void Retry_Delay_IsScaled()
    {
        var execution = TestExecution.Start(Machines.Task(""","Retry":[{"ErrorEquals":["E"],"IntervalSeconds":30}]"""), waitScale: 60);
        execution.Fail("E");

        execution.State.NextDue.ShouldBe(execution.Now.AddSeconds(0.5));
    }

    [Fact]
    public void Retry_EachRetrier_CountsItsOwnAttempts()
    {
        var execution = TestExecution.Start(Machines.Task(
            ""","Retry":[{"ErrorEquals":["A"],"MaxAttempts":1},{"ErrorEquals":["B"],"MaxAttempts":1}]"""));
        execution.Fail("A");
        execution.PassTime(1);
        execution.Fail("B");
        execution.PassTime(1);
        execution.State.Root.Activity!.RetryCount.ShouldBe(2);
        execution.Fail("A");

        execution.State.Status.ShouldBe(ExecutionStatus.Failed);
    }

    [Fact]
    public void Retry_ZeroAttempts_GoesToTheCatcher()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"End":true,
                   "Retry":[{"ErrorEquals":["Refused"],"MaxAttempts":0},{"ErrorEquals":["States.ALL"]}],
                   "Catch":[{"ErrorEquals":["Refused"],"Next":"C"}]},
              "C":{"Type":"Pass","End":true}}}
            """);
        execution.Fail("Refused");

        execution.State.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void RetryCount_IsInTheContextOfTheNextAttempt()
    {
        var execution = TestExecution.Start(Machines.Of("T", """
            "Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
            "Parameters":{"FunctionName":"f","Payload":{"count.$":"$$.State.RetryCount"}},"Retry":[{"ErrorEquals":["E"]}]
            """));
        execution.LastCall.Parameters!["Payload"]!["count"]!.GetValue<int>().ShouldBe(0);
        execution.Fail("E");
        execution.PassTime(1);

        execution.LastCall.Parameters!["Payload"]!["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void Timeout_IsRetriedLikeOtherErrors()
    {
        var execution = TestExecution.Start(Machines.Task(""","TimeoutSeconds":5,"Retry":[{"ErrorEquals":["States.Timeout"]}]"""));
        execution.PassTime(5);
        execution.PassTime(1);

        execution.Calls.Count().ShouldBe(2);
        execution.State.NextDue.ShouldBe(execution.Now.AddSeconds(5));
    }

    [Fact]
    public void Catch_ResultPathAndAssign_KeepTheInput()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"End":true,
                   "Catch":[{"ErrorEquals":["States.TaskFailed"],"ResultPath":"$.error","Assign":{"what.$":"$.Error"},"Next":"C"}]},
              "C":{"Type":"Pass","Parameters":{"input.$":"$","what.$":"$what"},"End":true}}}
            """, """{"order":1}""");
        execution.Fail("E", "why");

        execution.State.Output!.Text.ShouldBe("""{"input":{"order":1,"error":{"Error":"E","Cause":"why"}},"what":"E"}""");
    }

    [Fact]
    public void Catch_OfATimeout_HasAnEmptyCause()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"TimeoutSeconds":1,"End":true,
                   "Catch":[{"ErrorEquals":["States.Timeout"],"Next":"C"}]},
              "C":{"Type":"Pass","End":true}}}
            """);
        execution.PassTime(1);

        execution.State.Output!.Text.ShouldBe("""{"Error":"States.Timeout","Cause":""}""");
    }

    [Fact]
    public void Runtime_Error_IsNotCaughtByAll()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","InputPath":"$.missing","Parameters":{"FunctionName":"f"},"End":true,
                   "Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}]},
              "C":{"Type":"Pass","End":true}}}
            """);

        execution.State.Failure!.Error.ShouldBe("States.Runtime");
        execution.History.Count.ShouldBe(3);
    }

    [Fact]
    public void Parameters_MissingPath_EndsTheExecutionBeforeAnythingIsScheduled()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload.$":"$.absent"},"End":true,
                   "Retry":[{"ErrorEquals":["States.ALL"]}],
                   "Catch":[{"ErrorEquals":["States.ParameterPathFailure"],"Next":"C"},{"ErrorEquals":["States.ALL"],"Next":"C"}]},
              "C":{"Type":"Pass","End":true}}}
            """, """{"a":1}""");

        execution.State.Failure.ShouldBe(new EventDetails.Failure("States.Runtime",
            "An error occurred while executing the state 'T' (entered at the event id #2). "
            + "The JSONPath '$.absent' specified for the field 'Payload.$' could not be found in the input '{\"a\":1}'"));
        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 TaskStateEntered T <- 0
            3 ExecutionFailed <- 2
            """);
        execution.Commands.ShouldBeEmpty();
    }

    [Fact]
    public void ResultSelector_MissingPath_EndsTheExecution()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"End":true,
                   "ResultSelector":{"total.$":"$.Payload.total"},
                   "Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}]},
              "C":{"Type":"Pass","End":true}}}
            """);
        execution.Return("""{"Payload":{}}""");

        execution.State.Failure!.Error.ShouldBe("States.Runtime");
        execution.State.Failure.Cause!.ShouldEndWith("could not be found in the input '{\"Payload\":{}}'");
    }

    [Fact]
    public void ItemSelector_MissingPath_EndsTheExecution()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"M","States":{
              "M":{"Type":"Map","ItemSelector":{"x.$":"$.absent"},"ItemsPath":"$.items","End":true,
                   "ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},
                   "Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}]},
              "C":{"Type":"Pass","End":true}}}
            """, """{"items":[1]}""");

        execution.State.Failure!.Error.ShouldBe("States.Runtime");
    }

    [Theory]
    [InlineData(262_113, true)]
    [InlineData(262_114, false)]
    public void Result_OfATask_TooLarge_IsCaughtByAll(int characters, bool fits)
    {
        // What stands around the characters has 31 bytes.
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"ResultSelector":{"ok":true},"End":true,
                   "Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}]},
              "C":{"Type":"Pass","End":true}}}
            """);
        var result = $$"""{"Payload":"{{new string('x', characters)}}","StatusCode":200}""";
        result.Length.ShouldBe(characters + 31);
        execution.Return(result);

        execution.State.Output!.Text.ShouldBe(fits
            ? """{"ok":true}"""
            : """{"Error":"States.DataLimitExceeded","Cause":"The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit."}""");
    }

    [Fact]
    public void Output_OfATask_TooLarge_IsNotCaughtByAll()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"ResultPath":"$.result","End":true,
                   "Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}]},
              "C":{"Type":"Pass","End":true}}}
            """, $$"""{"a":"{{new string('x', 200_000)}}"}""");
        execution.Return($"\"{new string('x', 200_000)}\"");

        execution.State.Failure!.Error.ShouldBe("States.DataLimitExceeded");
    }

    [Fact]
    public void ResultPath_Failing_IsRetriedAsAWhole()
    {
        var execution = TestExecution.Start(
            Machines.Task(""","ResultPath":"$.list[5]","Retry":[{"ErrorEquals":["States.ResultPathMatchFailure"],"MaxAttempts":1}]"""),
            """{"list":[]}""");
        execution.Return("1");
        execution.PassTime(1);
        execution.Return("1");

        execution.Calls.Count().ShouldBe(2);
        execution.State.Failure!.Error.ShouldBe("States.ResultPathMatchFailure");
    }
}
