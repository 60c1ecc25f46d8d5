using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KakaoWorkflow.Skills.Answers;

namespace KakaoWorkflow.Tests.Workflow.Skills.Answers;

public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("", 1, "")]
    [InlineData("아메리카노", 5, "아메리카노")]
    [InlineData("아메리카노", 4, "아메리…")]
    [InlineData("아메리카노", 1, "…")]
    [InlineData("카페 라떼", 4, "카페…")]
    [InlineData("커피😀😀", 5, "커피😀…")]
    [InlineData("커피😀😀", 4, "커피…")]
    [InlineData("👨‍👩‍👧‍👦가족", 8, "…")]
    [InlineData("e\u0301e\u0301e\u0301", 4, "e\u0301…")]
    public void Truncate_CutsBetweenWhatReadsAsCharacters(string text, int maxLength, string expected) =>
        AnswerText.Truncate(text, maxLength).ShouldBe(expected);

    [Fact]
    public void Truncate_AnyText_FitsAndIsABeginning() => Prop.ForAll<NonNull<string>, PositiveInt>((text, max) =>
        {
            var cut = AnswerText.Truncate(text.Get, max.Get);
            return AnswerText.Length(cut) <= max.Get
                && (cut == text.Get || text.Get.StartsWith(cut[..^1], StringComparison.Ordinal));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Truncate_NoRoom_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => AnswerText.Truncate("가", 0));

    [Fact]
    public void Length_IsNeverBelowWhatAnotherCountWouldGive()
    {
        foreach (var text in (string[])["가나다", "😀", "👨‍👩‍👧‍👦", "e\u0301", "\u1112\u1161\u11AB"])
            AnswerText.Length(text).ShouldBeGreaterThanOrEqualTo(new StringInfo(text).LengthInTextElements);
    }
}
