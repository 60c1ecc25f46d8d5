namespace KakaoWorkflow.Tests.Workflow.Review;

public sealed class FailureTextTests
{
    [Theory]
    [InlineData("States.Timeout", null, "States.Timeout")]
    [InlineData("States.Timeout", "", "States.Timeout")]
    [InlineData("PaymentQuit", "The customer left.", "PaymentQuit: The customer left.")]
    [InlineData("X", """{"errorType":"X","errorMessage":"It broke.","stackTrace":["at secret place"]}""", "X: It broke.")]
    [InlineData("X", """{"errorType":"X"}""", """X: {"errorType":"X"}""")]
    [InlineData("X", """{"errorMessage":5}""", """X: {"errorMessage":5}""")]
    [InlineData("X", """{"errorMessage":""}""", "X")]
    [InlineData("X", "{not json", "X: {not json")]
    [InlineData("X", "[1]", "X: [1]")]
    [InlineData("X", "1", "X: 1")]
    [InlineData("X", """{"errorMessage":"\ud800"}""", """X: {"errorMessage":"\ud800"}""")]
    public void Of_Cause_IsItsMessage(string error, string? cause, string text) => FailureText.Of(error, cause, 500).ShouldBe(text);

    [Fact]
    public void Of_SeveralLines_IsOneLine() => FailureText.Of("X", "one\r\ntwo\nthree", 500).ShouldBe("X: one two three");

    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    public void Of_LongText_IsCut(int length, int kept) => FailureText.Of(new string('X', length), null, 10).Length.ShouldBe(kept);

    [Fact]
    public void Of_CutWithinACharacter_LeavesNoHalfOfIt()
    {
        var text = FailureText.Of("X", "12345☕️😀😀", 13);
        text.ShouldBe("X: 12345☕️😀");
        FailureText.Of("X", "12345☕️😀😀", 12).ShouldNotContain('\uFFFD');
        char.IsHighSurrogate(FailureText.Of("X", "123456😀", 10)[^1]).ShouldBeFalse();
    }
}
