namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

public sealed class FanOutTests
{
    private const string TaskOfItem = """
        "ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
            "Parameters":{"FunctionName":"f","Payload.$":"$"},"OutputPath":"$.Payload","End":true} } }
        """;

    [Fact]
    public void Parallel_Results_AreInOrderOfTheBranches()
    {
        var execution = TestExecution.Start(TwoTasks());
        execution.Return("\"second\"", execution.Calls.Last().TaskEventId);
        execution.Return("\"first\"", execution.Calls.First().TaskEventId);

        execution.State.Output!.Text.ShouldBe("""["first","second"]""");
    }

    [Fact]
    public void Parallel_OneBranchFailing_CancelsTheOther()
    {
        var execution = TestExecution.Start(TwoTasks());
        var other = execution.Calls.Last().TaskEventId;
        execution.Fail("E", "C", execution.Calls.First().TaskEventId);

        execution.State.Failure.ShouldBe(new EventDetails.Failure("E", "C"));
        execution.Commands.ShouldContain(new Command.ForgetTask(other));
        execution.Send(new Stimulus.CallReturned(other, Payload.Parse("1"))).ShouldBeFalse();
    }

    [Fact]
    public void Parallel_Retried_RunsAllBranchesAgain()
    {
        var execution = TestExecution.Start(TwoTasks(""","Retry":[{"ErrorEquals":["E"]}]"""));
        execution.Return("1", execution.Calls.First().TaskEventId);
        execution.Fail("E", task: execution.Calls.Last().TaskEventId);
        execution.State.Strands.Count.ShouldBe(1);
        execution.PassTime(1);

        execution.Calls.Count().ShouldBe(4);
        execution.Return("1", execution.Calls.ElementAt(2).TaskEventId);
        execution.Return("2", execution.Calls.ElementAt(3).TaskEventId);
        execution.State.Output!.Text.ShouldBe("[1,2]");
    }

    [Fact]
    public void Parallel_ArgumentsAndResult_GoThroughTheDataFlow()
    {
        var execution = TestExecution.Start(Machines.Of("P", """
            "Type":"Parallel","Parameters":{"n.$":"$.a"},"ResultSelector":{"first.$":"$[0].n"},"ResultPath":"$.r",
            "Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","End":true} } }]
            """), """{"a":1}""");

        execution.State.Output!.Text.ShouldBe("""{"a":1,"r":{"first":1}}""");
    }

    [Fact]
    public void Parallel_Variables_AreReadInsideAndStayInside()
    {
        var execution = TestExecution.Start(Machines.Chain(
            ("A", """ "Type":"Pass","Assign":{"outer":1} """),
            ("P", """
                "Type":"Parallel","Branches":[{"StartAt":"B","States":{
                    "B":{"Type":"Pass","Assign":{"inner.$":"$outer"},"Next":"C"},
                    "C":{"Type":"Pass","Parameters":{"both.$":"States.Array($outer, $inner)"},"End":true} } }]
                """)));

        execution.State.Output!.Text.ShouldBe("""[{"both":[1,1]}]""");
        execution.State.Root.Variables.Keys.ShouldBe(["outer"]);
    }

    [Fact]
    public void Map_ItemSelector_SeesItemIndexAndInput()
    {
        var execution = TestExecution.Start(Machines.Of("M", """
            "Type":"Map","ItemsPath":"$.items","ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value","all.$":"$.name"},
            "ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","Parameters":{"in.$":"$","index.$":"$$.Map.Item.Index"},"End":true} } }
            """), """{"items":["a"],"name":"n"}""");

        execution.State.Output!.Text.ShouldBe("""[{"in":{"i":0,"v":"a","all":"n"},"index":0}]""");
    }

    [Fact]
    public void Map_WithoutItems_SucceedsEmpty()
    {
        var execution = TestExecution.Start(Machines.MapOfPasses(0), "[]");

        execution.State.Output!.Text.ShouldBe("[]");
        execution.Lines().ShouldContain("MapStateSucceeded <- 3");
    }

    [Fact]
    public void Map_MaxConcurrency_IsNeverPassed()
    {
        var execution = TestExecution.Start(
            Machines.Of("M", $"\"Type\":\"Map\",\"MaxConcurrency\":2,{TaskOfItem}"), "[1,2,3,4,5]");
        for (var done = 0; done < 5; done++)
        {
            var open = execution.Calls.Skip(done).ToList();
            open.Count.ShouldBe(Math.Min(2, 5 - done));
            execution.Return($$"""{"Payload":{{done}}}""", open[0].TaskEventId);
        }

        execution.State.Output!.Text.ShouldBe("[0,1,2,3,4]");
    }

    [Fact]
    public void Map_IterationFailing_FailsTheStateAndStartsNoMore()
    {
        var execution = TestExecution.Start(
            Machines.Of("M", $"\"Type\":\"Map\",\"MaxConcurrency\":1,{TaskOfItem}"), "[1,2,3]");
        execution.Fail("E");

        execution.Calls.Count().ShouldBe(1);
        execution.State.Failure!.Error.ShouldBe("E");
    }

    [Fact]
    public void Map_NoArray_FailsWithRuntime()
    {
        var execution = TestExecution.Start(Machines.MapOfPasses(0), "{}");

        execution.State.Failure!.Error.ShouldBe("States.Runtime");
    }

    [Fact]
    public void Map_InMap_SeesTheInnermostItem()
    {
        var execution = TestExecution.Start(Machines.Of("O", """
            "Type":"Map","ItemProcessor":{"StartAt":"N","States":{"N":{"Type":"Map","End":true,
                "ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","Parameters":{"v.$":"$$.Map.Item.Value","i.$":"$$.Map.Item.Index"},"End":true} } } } } }
            """), "[[1,2],[3]]");

        execution.State.Output!.Text.ShouldBe("""[[{"v":1,"i":0},{"v":2,"i":1}],[{"v":3,"i":0}]]""");
    }

    [Fact]
    public void Parallel_InMap_FailureDeepInside_AbortsAllAround()
    {
        var execution = TestExecution.Start(Machines.Of("M", """
            "Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
                {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"End":true} } },
                {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":9,"End":true} } }]} } }
            """), "[1,2]");
        execution.Fail("E", task: execution.Calls.First().TaskEventId);

        execution.History.Select(happened => happened.Type).Count(type => type == HistoryEventType.WaitStateAborted).ShouldBe(2);
        execution.History.Select(happened => happened.Type).Where(type => type
            is HistoryEventType.ParallelStateFailed or HistoryEventType.ParallelStateAborted
            or HistoryEventType.MapIterationFailed or HistoryEventType.MapIterationAborted or HistoryEventType.MapStateFailed).ShouldBe(
            [HistoryEventType.ParallelStateFailed, HistoryEventType.MapIterationFailed, HistoryEventType.MapIterationAborted,
                HistoryEventType.ParallelStateAborted, HistoryEventType.MapStateFailed]);
        execution.State.Status.ShouldBe(ExecutionStatus.Failed);
        execution.State.NextDue.ShouldBeNull();
    }

    [Fact]
    public void Branch_CatchingItsOwnError_DoesNotFailTheOthers()
    {
        var execution = TestExecution.Start(Machines.Of("P", """
            "Type":"Parallel","Branches":[{"StartAt":"T","States":{
                "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"End":true,
                     "Catch":[{"ErrorEquals":["E"],"Next":"C"}]},
                "C":{"Type":"Pass","Result":"caught","End":true} } }]
            """));
        execution.Fail("E");

        execution.State.Output!.Text.ShouldBe("""["caught"]""");
    }

    private static string TwoTasks(string fields = "") => Machines.Of("P", $$"""
        "Type":"Parallel","Branches":[
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"End":true} } },
            {"StartAt":"B","States":{"B":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"g"},"End":true} } }]{{fields}}
        """);
}
