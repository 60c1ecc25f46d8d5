using KakaoWorkflow.Menu;

namespace KakaoWorkflow.Tests.Workflow.Menu;

public sealed class MenuBoardTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Items_OfTheTable_AreInTheOrderOfTheirNames() =>
        (await Cafe.Services.Menu.ItemsAsync(Token)).ShouldBe([TestCafe.Cake, TestCafe.Americano, TestCafe.Latte]);

    [Fact]
    public async Task Items_WithinTheirFreshness_AreReadOnce()
    {
        var board = Cafe.Services.Menu;
        await board.ItemsAsync(Token);
        await Cafe.Services.Menu.PutAsync(TestCafe.Americano with { SoldOut = true });
        Cafe.Time.Advance(MenuBoard.Freshness - TimeSpan.FromMilliseconds(1));

        (await board.ItemsAsync(Token)).ShouldContain(TestCafe.Americano);
        Reads.ShouldBe(1);
    }

    [Fact]
    public async Task Items_AfterTheirFreshness_AreReadAgain()
    {
        var board = Cafe.Services.Menu;
        await board.ItemsAsync(Token);
        await Cafe.Services.Menu.PutAsync(TestCafe.Americano with { SoldOut = true });
        Cafe.Time.Advance(MenuBoard.Freshness);

        (await board.ItemsAsync(Token)).ShouldContain(TestCafe.Americano with { SoldOut = true });
        Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Items_ClockWentBack_AreReadAgain()
    {
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        var board = Cafe.Services.Menu;
        await board.ItemsAsync(Token);
        Cafe.Time.AdjustTime(TestCafe.Opening);
        await board.ItemsAsync(Token);
        Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Items_ReadFails_KeepsNothing()
    {
        var board = Cafe.Services.Menu;
        Cafe.DynamoDbWire.Before("Query", () => throw new InvalidOperationException("No network."));
        await Should.ThrowAsync<Exception>(() => board.ItemsAsync());
        (await board.ItemsAsync(Token)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Items_MoreThanAMenuHas_AreCutAtItsLimit()
    {
        for (var number = 3; number <= MenuBoard.MaxItems; number++)
            await Cafe.Services.Menu.PutAsync(new MenuItem($"item-{number:000}", $"메뉴 {number:000}", 1_000, SoldOut: false));
        (await Cafe.Services.Menu.ItemsAsync(Token)).Count.ShouldBe(MenuBoard.MaxItems);
    }

    private int Reads => Cafe.DynamoDbWire.Operations.Count(operation => operation == "Query");

    [Fact]
    public async Task PutAll_WhenOneItemIsRefused_WritesNone()
    {
        var tea = new MenuItem("tea", "홍차", 4_000, SoldOut: false);
        var before = await Cafe.Services.Menu.ItemsAsync(Token);
        await Should.ThrowAsync<Amazon.DynamoDBv2.AmazonDynamoDBException>(() => Cafe.Services.Menu.PutAllAsync([tea, TestCafe.Latte, TestCafe.Latte]));
        Cafe.Time.Advance(MenuBoard.Freshness);
        (await Cafe.Services.Menu.ItemsAsync(Token)).ShouldBe(before);
    }

    [Theory]
    [InlineData(MenuBoard.MaxItemsAtOnce, true)]
    [InlineData(MenuBoard.MaxItemsAtOnce + 1, false)]
    public async Task PutAll_IsLimited(int count, bool isWritten)
    {
        var items = Enumerable.Range(0, count).Select(number => new MenuItem($"item-{number}", $"음료 {number}", 4_000, SoldOut: false)).ToList();
        if (isWritten)
            await Cafe.Services.Menu.PutAllAsync(items);
        else
            await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Cafe.Services.Menu.PutAllAsync(items));
        Cafe.Time.Advance(MenuBoard.Freshness);
        (await Cafe.Services.Menu.ItemsAsync(Token)).Count.ShouldBe(3 + (isWritten ? count : 0));
    }
}
