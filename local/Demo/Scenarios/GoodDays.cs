using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Demo.Scenarios;

/// <summary>Orders that go well.</summary>
internal static class GoodDays
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("A plain order", OrderStatus.Paid, async scene =>
            await scene.FollowAsync(await scene.AgreeAsync("아메리카노", 2))),

        new("An order with points", OrderStatus.Paid, async scene =>
        {
            await scene.GivePointsAsync(5_000);
            await scene.FollowAsync(await scene.AgreeAsync("카페라떼", 2, "3,000"));
        }),

        new("An order paid by points alone", OrderStatus.Paid, async scene =>
        {
            await scene.GivePointsAsync(5_000);
            await scene.TakeSheetAsync("아메리카노", 1, "전부");
            await scene.Customer.PayAsync(scene.OrderId);
        }),
    ];
}
