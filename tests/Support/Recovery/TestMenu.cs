using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Tests.Support.Recovery;

/// <summary>A menu with prices that do not divide evenly, and one that is free.</summary>
public static class TestMenu
{
    public static IReadOnlyList<MenuItem> Items { get; } =
    [
        new("americano", "아메리카노", 4_500, SoldOut: false),
        new("cookie", "쿠키", 1_001, SoldOut: false),
        new("cake", "케이크", 6_667, SoldOut: false),
        new("water", "물", 0, SoldOut: false),
    ];

    public static OrderLine Americano(int quantity) => Line(0, quantity);

    public static OrderLine Cookie(int quantity) => Line(1, quantity);

    public static OrderLine Cake(int quantity) => Line(2, quantity);

    public static OrderLine Water(int quantity) => Line(3, quantity);

    private static OrderLine Line(int index, int quantity) =>
        new(Items[index].ItemId, Items[index].Name, Items[index].PriceWon, quantity);
}
