namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

public sealed class StateTests
{
    [Fact]
    public void Pass_DataFlow_GoesThroughEveryField()
    {
        var execution = TestExecution.Start(
            Machines.Of("A", """
                "Type":"Pass","InputPath":"$.in","Parameters":{"twice.$":"States.MathAdd($.n, $.n)"},"ResultPath":"$.out","OutputPath":"$.out"
                """),
            """{"in":{"n":21}}""");

        execution.State.Output!.Text.ShouldBe("""{"twice":42}""");
    }

    [Fact]
    public void Choice_MatchingRule_GoesThereWithItsAssign()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericGreaterThan":1,"Next":"Big","Assign":{"size":"big"}}],"Default":"Small"},
              "Big":{"Type":"Pass","Parameters":{"size.$":"$size"},"End":true},
              "Small":{"Type":"Pass","Result":"small","End":true}}}
            """, """{"n":2}""");

        execution.State.Output!.Text.ShouldBe("""{"size":"big"}""");
    }

    [Fact]
    public void Choice_WithoutMatchAndDefault_FailsTheExecution()
    {
        var execution = TestExecution.Start("""
            {"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":1,"Next":"D"}]},"D":{"Type":"Succeed"}}}
            """, """{"n":2}""");

        execution.State.Status.ShouldBe(ExecutionStatus.Failed);
        execution.State.Failure!.Error.ShouldBe("States.NoChoiceMatched");
    }

    [Theory]
    [InlineData("\"Seconds\":10", 10)]
    [InlineData("\"SecondsPath\":\"$.seconds\"", 20)]
    [InlineData("\"Timestamp\":\"2026-03-01T09:00:30Z\"", 30)]
    [InlineData("\"TimestampPath\":\"$.until\"", 40)]
    public void Wait_EachForm_EndsWhenDueAndNotBefore(string form, int seconds)
    {
        var execution = TestExecution.Start(
            Machines.Of("W", $"\"Type\":\"Wait\",{form}"), """{"seconds":20,"until":"2026-03-01T18:00:40+09:00"}""");

        execution.State.NextDue.ShouldBe(TestExecution.StartTime.AddSeconds(seconds));
        execution.PassTime(seconds - 0.001);
        execution.State.Status.ShouldBe(ExecutionStatus.Running);
        execution.PassTime(0.001);
        execution.State.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void Wait_Overdue_EndsAtOnce()
    {
        var execution = TestExecution.Start(Machines.Of("W", "\"Type\":\"Wait\",\"Timestamp\":\"2020-01-01T00:00:00Z\""));

        execution.State.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void Wait_Scaled_TakesItsPart()
    {
        var execution = TestExecution.Start(Machines.Of("W", "\"Type\":\"Wait\",\"Seconds\":60"), waitScale: 60);

        execution.State.NextDue.ShouldBe(TestExecution.StartTime.AddSeconds(1));
    }

    [Fact]
    public void Wait_PathWithoutNumber_FailsAfterEntering()
    {
        var execution = TestExecution.Start(Machines.Of("W", "\"Type\":\"Wait\",\"SecondsPath\":\"$.seconds\""), """{"seconds":"x"}""");

        execution.History.Select(happened => happened.Type).ShouldBe(
            [HistoryEventType.ExecutionStarted, HistoryEventType.WaitStateEntered, HistoryEventType.ExecutionFailed]);
        execution.State.Failure!.Error.ShouldBe("States.Runtime");
    }

    [Fact]
    public void Succeed_WithPaths_ShapesTheOutput()
    {
        var execution = TestExecution.Start(
            """{"StartAt":"S","States":{"S":{"Type":"Succeed","InputPath":"$.a","OutputPath":"$.b"}}}""", """{"a":{"b":1}}""");

        execution.State.Output!.Text.ShouldBe("1");
    }

    [Fact]
    public void Fail_WithPaths_ComputesErrorAndCause()
    {
        var execution = TestExecution.Start(
            """{"StartAt":"F","States":{"F":{"Type":"Fail","ErrorPath":"$.e","CausePath":"States.Format('no {}', $.what)"}}}""",
            """{"e":"Refused","what":"milk"}""");

        execution.State.Failure.ShouldBe(new EventDetails.Failure("Refused", "no milk"));
        execution.History[^1].PreviousEventId.ShouldBe(2);
    }

    [Fact]
    public void Assign_IsSeenByTheNextStateOnlyAndByAllAfterIt()
    {
        var execution = TestExecution.Start(Machines.Chain(
            ("A", """ "Type":"Pass","Assign":{"n":1} """),
            ("B", """ "Type":"Pass","Parameters":{"n.$":"$n"},"Assign":{"n":2,"old.$":"$n"} """),
            ("C", """ "Type":"Pass","Parameters":{"n.$":"$n","old.$":"$old","before.$":"$.n"} """)));

        execution.State.Output!.Text.ShouldBe("""{"n":2,"old":1,"before":1}""");
        var exited = (EventDetails.StateExited)execution.History.First(happened => happened.Type == HistoryEventType.PassStateExited).Details!;
        exited.AssignedVariables!["n"].Text.ShouldBe("1");
    }

    [Fact]
    public void Output_AsLargeAsAllowed_GoesOn_AndOneByteMore_Fails()
    {
        // The texts are JSON strings: two bytes of them are the quotes.
        var pass = Machines.Of("A", "\"Type\":\"Pass\"");
        TestExecution.Start(pass, $"\"{new string('x', 262_142)}\"").State.Status.ShouldBe(ExecutionStatus.Succeeded);

        var nested = Machines.Of("A", "\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"$\"}");
        TestExecution.Start(nested, $"\"{new string('x', 262_136)}\"").State.Status.ShouldBe(ExecutionStatus.Succeeded);
        var tooLarge = TestExecution.Start(nested, $"\"{new string('x', 262_137)}\"");
        tooLarge.State.Failure!.Error.ShouldBe("States.DataLimitExceeded");
    }

    [Fact]
    public void Context_HasWhatAwsShows()
    {
        var execution = TestExecution.Start(
            Machines.Chain(("First", "\"Type\":\"Pass\""), ("Second", "\"Type\":\"Pass\",\"InputPath\":\"$$\"")), """{"n":1}""");

        var context = execution.Output!;
        context["Execution"]!.ToJsonString().ShouldBe(
            """{"Id":"arn:aws:states:ap-northeast-2:000000000000:execution:machine:one","Input":{"n":1},"Name":"one","RoleArn":"arn:aws:iam::000000000000:role/machine","StartTime":"2026-03-01T09:00:00.000Z","RedriveCount":0}""");
        context["StateMachine"]!.ToJsonString().ShouldBe(
            """{"Id":"arn:aws:states:ap-northeast-2:000000000000:stateMachine:machine","Name":"machine"}""");
        context["State"]!.ToJsonString().ShouldBe("""{"EnteredTime":"2026-03-01T09:00:00.000Z","Name":"Second"}""");
    }

    [Fact]
    public void Context_AssignedWhole_IsNotChangedByLaterStates()
    {
        var execution = TestExecution.Start(Machines.Chain(
            ("First", "\"Type\":\"Pass\",\"Assign\":{\"context.$\":\"$$\"}"), ("Second", "\"Type\":\"Pass\""),
            ("Third", "\"Type\":\"Pass\",\"InputPath\":\"$context.State.Name\"")));

        execution.State.Output!.Text.ShouldBe("\"First\"");
    }

    [Fact]
    public void Context_HandedOnWhole_IsNotChangedByLaterStates()
    {
        var execution = TestExecution.Start(Machines.Chain(
            ("First", "\"Type\":\"Pass\",\"InputPath\":\"$$\""), ("Second", "\"Type\":\"Pass\"")));

        execution.Output!["State"]!["Name"]!.GetValue<string>().ShouldBe("First");
    }
}
