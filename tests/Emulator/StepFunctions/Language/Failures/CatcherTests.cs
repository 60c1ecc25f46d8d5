using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Failures;

public sealed class CatcherTests
{
    [Theory]
    [InlineData("$", """{"Error":"E","Cause":"why"}""")]
    [InlineData("$.error", """{"a":1,"error":{"Error":"E","Cause":"why"}}""")]
    [InlineData(null, """{"a":1}""")]
    public void Output_ResultPath_PlacesTheErrorInTheRawInput(string? resultPath, string expected)
    {
        var path = resultPath is null ? "null" : $"\"{resultPath}\"";
        var state = Task($$"""[{"ErrorEquals": ["E"], "Next": "T", "ResultPath": {{path}}}]""");
        var departure = state.FindCatcher("E")!.Data.Leave(Given.Scope("""{"a":1}"""), Catcher.ErrorOutput("E", "why"));
        JsonText.Write(departure.Output).ShouldBe(expected);
    }

    [Fact]
    public void Assign_Input_IsTheErrorOutput()
    {
        var state = Task("""[{"ErrorEquals": ["States.ALL"], "Next": "T", "Assign": {"reason.$": "$.Cause", "before.$": "$old"}}]""");
        var values = state.FindCatcher("E")!.Data.Leave(Given.Scope(variables: """{"old": 1}"""), Catcher.ErrorOutput("E", "why")).Assigned;
        values["reason"]!.GetValue<string>().ShouldBe("why");
        values["before"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void FindCatcher_Order_TakesTheFirstThatMatches()
    {
        var state = Task("""
            [{"ErrorEquals": ["A"], "Next": "T", "Comment": "first"}, {"ErrorEquals": ["States.TaskFailed"], "Next": "T", "Comment": "second"},
             {"ErrorEquals": ["States.ALL"], "Next": "T", "Comment": "third"}]
            """);
        state.FindCatcher("A")!.Comment.ShouldBe("first");
        state.FindCatcher("B")!.Comment.ShouldBe("second");
        state.FindCatcher("States.Timeout")!.Comment.ShouldBe("third");
        state.FindCatcher("States.Runtime").ShouldBeNull();
    }

    [Fact]
    public void FindRetrier_Order_TakesTheFirstThatMatches()
    {
        var state = Given.State<TaskState>("""
            {"Type": "Task", "Resource": "arn:aws:lambda:ap-northeast-2:123456789012:function:F", "End": true,
             "Retry": [{"ErrorEquals": ["A", "B"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL"}]}
            """);
        state.FindRetrier("B").ShouldBe(0);
        state.FindRetrier("C").ShouldBe(1);
        state.FindRetrier("States.DataLimitExceeded").ShouldBe(-1);
        state.Retry[0].MaxAttempts.ShouldBe(0);
        state.Retry[1].JitterStrategy.ShouldBe(JitterStrategy.Full);
    }

    private static TaskState Task(string catchers) => (TaskState)StateMachineDefinition.Parse(Given.Machine(
        $$"""{"Type": "Task", "Resource": "arn:aws:lambda:ap-northeast-2:123456789012:function:F", "End": true, "Catch": {{catchers}}}""",
        """ "T": {"Type": "Succeed"} """)).Root.Start;
}
