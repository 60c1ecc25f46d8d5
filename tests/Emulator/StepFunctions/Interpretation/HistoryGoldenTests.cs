namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

/// <summary>Types, ids and links of events, as recorded histories of AWS have them.</summary>
public sealed class HistoryGoldenTests
{
    [Fact]
    public void Pass_Alone_FirstStateFollowsNothing()
    {
        var execution = TestExecution.Start("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""");

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 PassStateEntered A <- 0
            3 PassStateExited A <- 2
            4 ExecutionSucceeded <- 3
            """);
    }

    [Fact]
    public void Task_Succeeding_HasIntegrationEvents()
    {
        var execution = TestExecution.Start(Machines.Task());
        execution.Return("""{"ok":true}""");

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 TaskStateEntered T <- 0
            3 TaskScheduled <- 2
            4 TaskStarted <- 3
            5 TaskSucceeded <- 4
            6 TaskStateExited T <- 5
            7 ExecutionSucceeded <- 6
            """);
    }

    [Fact]
    public void FunctionArn_Failing_HasFunctionEvents()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:lambda:ap-northeast-2:000000000000:function:f","End":true}}}
            """);
        execution.Fail("Exception", "why");

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 TaskStateEntered T <- 0
            3 LambdaFunctionScheduled <- 2
            4 LambdaFunctionStarted <- 3
            5 LambdaFunctionFailed <- 4
            6 ExecutionFailed <- 5
            """);
        execution.State.Failure.ShouldBe(new EventDetails.Failure("Exception", "why"));
    }

    [Fact]
    public void Retry_ThenSuccess_SchedulesAgain()
    {
        var execution = TestExecution.Start(Machines.Task(""","Retry":[{"ErrorEquals":["Flaky"],"IntervalSeconds":2}]"""));
        execution.Fail("Flaky");
        execution.PassTime(2);
        execution.Return("1");

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 TaskStateEntered T <- 0
            3 TaskScheduled <- 2
            4 TaskStarted <- 3
            5 TaskFailed <- 4
            6 TaskScheduled <- 5
            7 TaskStarted <- 6
            8 TaskSucceeded <- 7
            9 TaskStateExited T <- 8
            10 ExecutionSucceeded <- 9
            """);
    }

    [Fact]
    public void Catch_LeavesTheStateToTheCatcher()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},
                   "Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}],"End":true},
              "C":{"Type":"Pass","End":true}}}
            """);
        execution.Fail("Broken", "by hand");

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 TaskStateEntered T <- 0
            3 TaskScheduled <- 2
            4 TaskStarted <- 3
            5 TaskFailed <- 4
            6 TaskStateExited T <- 5
            7 PassStateEntered C <- 6
            8 PassStateExited C <- 7
            9 ExecutionSucceeded <- 8
            """);
        execution.State.Output!.Text.ShouldBe("""{"Error":"Broken","Cause":"by hand"}""");
    }

    [Fact]
    public void Parallel_Succeeding_BranchesForkAndTheExitFollowsTheLastOne()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Pass","Result":1,"End":true}}},
              {"StartAt":"B","States":{"B":{"Type":"Pass","Result":2,"End":true}}}]}}}
            """);

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 ParallelStateEntered P <- 0
            3 ParallelStateStarted <- 2
            4 PassStateEntered A <- 3
            5 PassStateExited A <- 4
            6 PassStateEntered B <- 3
            7 PassStateExited B <- 6
            8 ParallelStateSucceeded <- 7
            9 ParallelStateExited P <- 7
            10 ExecutionSucceeded <- 9
            """);
        execution.State.Output!.Text.ShouldBe("[1,2]");
    }

    [Fact]
    public void Map_OneAtATime_NextIterationFollowsTheLastStateOfTheOneBefore()
    {
        var execution = TestExecution.Start(Machines.MapOfPasses(maxConcurrency: 1), "[10,20]");

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 MapStateEntered M <- 0
            3 MapStateStarted <- 2
            4 MapIterationStarted 0 <- 3
            5 PassStateEntered I <- 4
            6 PassStateExited I <- 5
            7 MapIterationSucceeded 0 <- 6
            8 MapIterationStarted 1 <- 6
            9 PassStateEntered I <- 8
            10 PassStateExited I <- 9
            11 MapIterationSucceeded 1 <- 10
            12 MapStateSucceeded <- 11
            13 MapStateExited M <- 11
            14 ExecutionSucceeded <- 13
            """);
    }

    [Fact]
    public void Map_AllAtOnce_IterationsForkFromTheStart()
    {
        var execution = TestExecution.Start(Machines.MapOfPasses(maxConcurrency: 0), "[10,20]");

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 MapStateEntered M <- 0
            3 MapStateStarted <- 2
            4 MapIterationStarted 0 <- 3
            5 MapIterationStarted 1 <- 3
            6 PassStateEntered I <- 4
            7 PassStateExited I <- 6
            8 MapIterationSucceeded 0 <- 7
            9 PassStateEntered I <- 5
            10 PassStateExited I <- 9
            11 MapIterationSucceeded 1 <- 10
            12 MapStateSucceeded <- 11
            13 MapStateExited M <- 11
            14 ExecutionSucceeded <- 13
            """);
    }

    [Fact]
    public void Map_FailingAndCaught_ExitFollowsTheFailure()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"M","States":{
              "M":{"Type":"Map","ItemProcessor":{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E","Cause":"C"}}},
                   "Catch":[{"ErrorEquals":["E"],"Next":"Z"}],"End":true},
              "Z":{"Type":"Succeed"}}}
            """, "[1]");

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 MapStateEntered M <- 0
            3 MapStateStarted <- 2
            4 MapIterationStarted 0 <- 3
            5 FailStateEntered F <- 4
            6 MapIterationFailed 0 <- 5
            7 MapStateFailed <- 5
            8 MapStateExited M <- 7
            9 SucceedStateEntered Z <- 8
            10 SucceedStateExited Z <- 9
            11 ExecutionSucceeded <- 10
            """);
    }

    [Fact]
    public void Map_Retried_StartsAgainWithoutFailing()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"M","States":{
              "M":{"Type":"Map","ItemProcessor":{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}},
                   "Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"End":true}}}
            """, "[1]");
        execution.PassTime(1);

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 MapStateEntered M <- 0
            3 MapStateStarted <- 2
            4 MapIterationStarted 0 <- 3
            5 FailStateEntered F <- 4
            6 MapIterationFailed 0 <- 5
            7 MapStateStarted <- 5
            8 MapIterationStarted 0 <- 7
            9 FailStateEntered F <- 8
            10 MapIterationFailed 0 <- 9
            11 MapStateFailed <- 9
            12 ExecutionFailed <- 11
            """);
    }

    [Fact]
    public void Map_TaskTimingOut_AbortsTheOthers()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"TimeoutSeconds":5,"End":true}}}}}}
            """, "[1,2]");
        execution.PassTime(5);

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 MapStateEntered M <- 0
            3 MapStateStarted <- 2
            4 MapIterationStarted 0 <- 3
            5 MapIterationStarted 1 <- 3
            6 TaskStateEntered T <- 4
            7 TaskScheduled <- 6
            8 TaskStarted <- 7
            9 TaskStateEntered T <- 5
            10 TaskScheduled <- 9
            11 TaskStarted <- 10
            12 TaskTimedOut <- 8
            13 MapIterationFailed 0 <- 12
            14 TaskStateAborted <- 12
            15 MapIterationAborted 1 <- 12
            16 TaskStateAborted <- 12
            17 MapStateFailed <- 12
            18 ExecutionFailed <- 17
            """);
        execution.Commands.OfType<Command.ForgetTask>().Select(command => command.TaskEventId).ShouldBe([7, 10], ignoreOrder: true);
    }

    [Fact]
    public void TokenWait_Succeeding_IsSubmittedFirst()
    {
        var execution = TestExecution.Start(Machines.TokenTask());
        execution.Return("{}");
        execution.Send(new Stimulus.TokenSucceeded(3, Payload.Parse("5"))).ShouldBeTrue();

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 TaskStateEntered T <- 0
            3 TaskScheduled <- 2
            4 TaskStarted <- 3
            5 TaskSubmitted <- 4
            6 TaskSucceeded <- 5
            7 TaskStateExited T <- 6
            8 ExecutionSucceeded <- 7
            """);
    }

    [Fact]
    public void Stop_WhileWaiting_FollowsNothing()
    {
        var execution = TestExecution.Start("""{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":9,"End":true}}}""");
        execution.Send(new Stimulus.Stop("Why", "Because"));

        execution.Lines().ShouldBe("""
            1 ExecutionStarted <- 0
            2 WaitStateEntered W <- 0
            3 ExecutionAborted <- 0
            """);
    }
}
