using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Orders;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Workflow.Orders;

public sealed class OrderIdsTests
{
    [Theory]
    [InlineData("2026-03-01T14:59:59Z", "0301-")]
    [InlineData("2026-03-01T15:00:00Z", "0302-")]
    [InlineData("2026-12-31T15:00:00Z", "0101-")]
    public void Next_StartsWithTheDayInKorea(string now, string start)
    {
        var ids = new OrderIds(new FakeTimeProvider(DateTimeOffset.Parse(now)), new SeededRandomSource(1).Fill);
        ids.Next().ShouldStartWith(start);
    }

    [Fact]
    public void Next_ManyTimes_GivesDifferentReadableNumbersThatFitALink()
    {
        var ids = new OrderIds(new FakeTimeProvider(), new SeededRandomSource(7).Fill);
        var drawn = Enumerable.Range(0, 10_000).Select(_ => ids.Next()).ToList();

        drawn.Distinct().Count().ShouldBe(drawn.Count);
        drawn.ShouldAllBe(id => id.Length == 13 && OrderIds.IsPlausible(id) && PayLink.For(id, PayLinkKind.Pay).OrderId == id);
        drawn.SelectMany(id => id[5..]).Distinct().Order().ShouldBe("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("0301-7K2QX9MT", true)]
    [InlineData("a_Z-0", true)]
    [InlineData("0301 7K2QX9MT", false)]
    [InlineData("0301/7K2QX9MT", false)]
    [InlineData("ORDER#1", false)]
    [InlineData("주문", false)]
    [InlineData("١٢٣", false)]
    [InlineData("0301-7K2QX9MT\n", false)]
    [InlineData("<b>1</b>", false)]
    public void IsPlausible_Text_IsTakenOrNot(string? text, bool isPlausible) => OrderIds.IsPlausible(text).ShouldBe(isPlausible);

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void IsPlausible_Length_HasALimit(int length, bool isPlausible) =>
        OrderIds.IsPlausible(new string('A', length)).ShouldBe(isPlausible);
}
