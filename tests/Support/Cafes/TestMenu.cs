using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>Lines to order: some whose prices do not divide evenly, and one that is free.</summary>
internal static class TestMenu
{
    public static OrderLine Americano(int quantity) => new(TestCafe.Americano.ItemId, TestCafe.Americano.Name, TestCafe.Americano.PriceWon, quantity);

    public static OrderLine Cookie(int quantity) => new("cookie", "쿠키", 1_001, quantity);

    public static OrderLine Cheesecake(int quantity) => new("cheesecake", "치즈케이크", 6_667, quantity);

    public static OrderLine Water(int quantity) => new("water", "물", 0, quantity);
}
