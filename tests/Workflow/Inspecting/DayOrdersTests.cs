using KakaoWorkflow.Inspecting;

namespace KakaoWorkflow.Tests.Workflow.Inspecting;

public sealed class DayOrdersTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly BookDay Today = BookDay.Of(TestCafe.Opening);
    private static readonly BookDay Tomorrow = BookDay.Of(TestCafe.Opening.AddDays(1));

    private DayOrders Days => new(Cafe.Services.Table);

    [Fact]
    public async Task List_IsWhatEndedOrBeganOnTheDay_EarliestFirst()
    {
        var paid = await Stories.PaidAsync();
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        var expired = await Stories.EndedAsync(OrderStatus.Expired);
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        var open = await Stories.AwaitingAsync();
        Cafe.Time.Advance(TimeSpan.FromDays(1));
        var later = await Stories.PaidAsync();

        await ListedAsync(Today, paid, expired, open);
        await ListedAsync(Tomorrow, later);
    }

    /// <summary>Midnight in Korea is 15:00 UTC.</summary>
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task List_DayEnds_AtMidnightInKorea(int seconds, bool isToday)
    {
        Cafe.Time.SetUtcNow(Today.End.AddSeconds(seconds));
        var order = await Stories.PaidAsync();
        await ListedAsync(Today, isToday ? [order] : []);
        await ListedAsync(Tomorrow, isToday ? [] : [order]);
    }

    [Theory]
    [InlineData(DayOrders.MaxListed, true)]
    [InlineData(DayOrders.MaxListed + 1, false)]
    public async Task List_OfMoreThanItsLimit_SaysSo(int count, bool isComplete)
    {
        var order = await Stories.PaidAsync();
        var item = await Cafe.Table.ItemAsync(ItemKey.Order(order.OrderId));
        await Cafe.Table.CopyOrderAsync(item, count - 1);
        var (orders, all) = await Days.ListAsync(Today, Token);
        (orders.Count, all).ShouldBe((DayOrders.MaxListed, isComplete));
    }

    private async Task ListedAsync(BookDay day, params TestOrder[] expected)
    {
        var (orders, isComplete) = await Days.ListAsync(day, Token);
        orders.Select(order => order.OrderId).ShouldBe(expected.Select(order => order.OrderId));
        isComplete.ShouldBeTrue();
    }
}
