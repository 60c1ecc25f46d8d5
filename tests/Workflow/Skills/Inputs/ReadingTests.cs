using KakaoWorkflow.Skills.Inputs;

namespace KakaoWorkflow.Tests.Workflow.Skills.Inputs;

public sealed class ReadingTests
{
    [Fact]
    public void Default_IsMissing()
    {
        Reading<int> reading = default;
        reading.IsRead.ShouldBeFalse();
        reading.Refusal.ShouldBe(InputRefusal.Missing);
        Should.Throw<InvalidOperationException>(() => reading.Value).Message.ShouldContain("Missing");
        reading.ToString().ShouldBe("Missing");
    }

    [Fact]
    public void TryGet_Value_GivesIt()
    {
        Reading<int> reading = 0;
        reading.TryGet(out var value, out var refusal).ShouldBeTrue();
        value.ShouldBe(0);
        refusal.ShouldBeNull();
        reading.ToString().ShouldBe("0");
    }

    [Fact]
    public void TryGet_Refusal_GivesIt()
    {
        Reading<int> reading = InputRefusal.TooLarge;
        reading.TryGet(out _, out var refusal).ShouldBeFalse();
        refusal.ShouldBe(InputRefusal.TooLarge);
    }
}
