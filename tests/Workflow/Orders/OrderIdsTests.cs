using KakaoWorkflow.Emulator.Randomness;
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
        ids.Next().ToString().ShouldStartWith(start);
    }

    [Fact]
    public void Next_ManyTimes_GivesDifferentReadableNumbersThatFitALink()
    {
        var ids = new OrderIds(new FakeTimeProvider(), new SeededRandomSource(7).Fill);
        var drawn = Enumerable.Range(0, 10_000).Select(_ => ids.Next().ToString()).ToList();

        drawn.Distinct().Count().ShouldBe(drawn.Count);
        drawn.ShouldAllBe(id => id.Length == 13 && PayLink.For(OrderId.Parse(id), PayLinkKind.Pay).OrderId.ToString() == id);
        drawn.SelectMany(id => id[5..]).Distinct().Order().ShouldBe("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    }
}
