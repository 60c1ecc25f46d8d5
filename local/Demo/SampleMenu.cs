using KakaoWorkflow.Menu;

namespace KakaoWorkflow.Local.Demo;

/// <summary>The menu that a new café opens with.</summary>
internal static class SampleMenu
{
    /// <summary>Its items; one of them is sold out.</summary>
    public static IReadOnlyList<MenuItem> Items { get; } =
    [
        new("americano", "아메리카노", 4_500, SoldOut: false),
        new("cafe-latte", "카페라떼", 5_000, SoldOut: false),
        new("vanilla-latte", "바닐라라떼", 5_500, SoldOut: false),
        new("cold-brew", "콜드브루", 5_000, SoldOut: false),
        new("honey-grapefruit-tea", "허니자몽티", 5_800, SoldOut: true),
    ];

    /// <summary>Writes the menu where there is none yet; a menu that has items stays as it is.</summary>
    public static async Task OfferAsync(MenuBoard menu)
    {
        // All at once: half a menu would be taken for a whole one at the next start.
        if ((await menu.ItemsAsync()).Count == 0)
            await menu.PutAllAsync(Items);
    }
}
