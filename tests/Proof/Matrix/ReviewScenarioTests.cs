namespace KakaoWorkflow.Tests.Proof.Matrix;

/// <summary>A step took effect, nobody heard of it, and a person resumes it: what was still to be done with the order is still done.</summary>
public sealed class ReviewScenarioTests
{
    private const int ReleaseAttempts = 13;

    [Fact]
    public async Task Release_ThatNobodyHeardOf_ReviewedAndResumed_StillLooksForLateMoney()
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var scenario = FaultScenarios.All.Single(scenario => scenario.Name == "release fails, reviewed");
        var fault = new Fault(new CallName("ReleasePoints", "dynamodb", "TransactWriteItems", ReleaseAttempts - 1), FaultKind.AnswerLost);

        var run = await new FaultMatrix(cafe).PlayAsync(scenario, new FaultPlan(fault));

        run.HasStruck.ShouldBeTrue();
        run.Problems.ShouldBeEmpty();
        (run.End, run.Visit.Resumes).ShouldBe((OrderStatus.Cancelled, 1));
    }

    [Theory]
    [InlineData("commit unheard of, refund under way, then reviewed")]
    [InlineData("commit unheard of, reviewed, then refund under way")]
    public async Task Refund_BesideAReview_IsCarriedOnAndLeavesNoMark(string name)
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var scenario = ReviewScenarios.All.Single(scenario => scenario.Name == name);

        var run = await new FaultMatrix(cafe).PlayAsync(scenario, null);

        run.Problems.ShouldBeEmpty();
        (run.End, run.Visit.Resumes).ShouldBe((OrderStatus.Refunded, 1));
    }
}
