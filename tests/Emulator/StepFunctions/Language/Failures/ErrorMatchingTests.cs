namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Failures;

public sealed class ErrorMatchingTests
{
    [Theory]
    [InlineData("SoldOutException", "SoldOutException", true)]
    [InlineData("SoldOutException", "soldoutexception", false)]
    [InlineData("States.ALL", "SoldOutException", true)]
    [InlineData("States.ALL", "States.Timeout", true)]
    [InlineData("States.ALL", "States.BranchFailed", true)]
    [InlineData("States.ALL", "States.DataLimitExceeded", false)]
    [InlineData("States.ALL", "States.Runtime", false)]
    [InlineData("States.TaskFailed", "SoldOutException", true)]
    [InlineData("States.TaskFailed", "Lambda.Unknown", true)]
    [InlineData("States.TaskFailed", "States.Timeout", false)]
    [InlineData("States.TaskFailed", "States.Runtime", false)]
    [InlineData("States.TaskFailed", "States.DataLimitExceeded", false)]
    [InlineData("States.Timeout", "States.Timeout", true)]
    [InlineData("States.Timeout", "States.HeartbeatTimeout", true)]
    [InlineData("States.HeartbeatTimeout", "States.Timeout", false)]
    [InlineData("States.HeartbeatTimeout", "States.HeartbeatTimeout", true)]
    [InlineData("States.DataLimitExceeded", "States.DataLimitExceeded", true)]
    [InlineData("States.Runtime", "States.Runtime", false)]
    public void Matches_Name_FollowsTheDocumentedRules(string name, string error, bool expected) =>
        ErrorMatching.Matches([name], error).ShouldBe(expected);

    [Theory]
    [InlineData("States.ALL", "States.DataLimitExceeded", true)]
    [InlineData("States.TaskFailed", "States.DataLimitExceeded", true)]
    [InlineData("States.DataLimitExceeded", "States.DataLimitExceeded", true)]
    [InlineData("States.ALL", "States.Runtime", false)]
    public void Matches_FailureOfATask_IncludesAResultThatIsTooLarge(string name, string error, bool expected) =>
        ErrorMatching.Matches([name], error, isTaskFailure: true).ShouldBe(expected);

    [Fact]
    public void Matches_SeveralNames_OneIsEnough()
    {
        ErrorMatching.Matches(["A", "B"], "B").ShouldBeTrue();
        ErrorMatching.Matches(["A", "B"], "C").ShouldBeFalse();
    }
}
