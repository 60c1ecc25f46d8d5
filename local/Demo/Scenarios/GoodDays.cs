using KakaoWorkflow.Board;
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

        new("The barista makes it, and the customer follows", OrderStatus.Paid, async scene =>
        {
            await scene.FollowAsync(await scene.AgreeAsync("바닐라라떼", 2));
            await scene.UntilAsync(async () => (await scene.Cafe.Orders.FindAsync(scene.OrderId!))?.Preparation is not null, "the board to show it");
            foreach (var move in new[] { BoardMove.Start, BoardMove.Made, BoardMove.PickedUp })
            {
                var moved = await scene.Cafe.Barista.RunAsync(scene.OrderId!, move, "demo");
                scene.Notes.Add($"{moved.Order.Preparation}: {(await scene.Customer.StatusAsync(scene.OrderId)).Text}");
                if (move == BoardMove.Start)
                    scene.Notes.Add($"The customer cancels: {(await scene.Customer.RefundAsync(scene.OrderId!)).Text}");
            }
        }),

        new("An order paid by points alone", OrderStatus.Paid, async scene =>
        {
            await scene.GivePointsAsync(5_000);
            await scene.TakeSheetAsync("아메리카노", 1, "전부");
            await scene.Customer.PayAsync(scene.OrderId);
        }),
    ];
}
