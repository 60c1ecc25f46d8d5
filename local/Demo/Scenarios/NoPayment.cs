using System.Text.Json.Nodes;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Demo.Scenarios;

/// <summary>Orders that nobody pays; the points always come back.</summary>
internal static class NoPayment
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("Quit at KakaoPay", OrderStatus.Cancelled, async scene =>
        {
            await scene.GivePointsAsync(3_000);
            var page = await scene.OpenKakaoPayAsync(await scene.PlaceAsync("카페라떼", 1, "1,000"));
            await scene.FollowAsync(await scene.Cafe.Browser.QuitAsync(page, CancellationToken.None));
        }),

        new("Withdrawn in the chat", OrderStatus.Cancelled, async scene =>
        {
            await scene.GivePointsAsync(3_000);
            await scene.PlaceAsync("카페라떼", 1, "1,000");
            scene.Notes.Add((await scene.Customer.CancelAsync(scene.OrderId)).Text);
        }),

        new("Declined by KakaoPay", OrderStatus.Declined, async scene =>
        {
            await scene.GivePointsAsync(3_000);
            var approval = await scene.AgreeAsync("카페라떼", 1, "1,000");
            await scene.Cafe.AddFaultAsync(new JsonObject
            {
                ["orderId"] = (string?)scene.OrderId,
                ["operation"] = "Approve",
                ["kind"] = "Decline",
            });
            await scene.FollowAsync(approval);
        }),

        new("Nobody pays", OrderStatus.Expired, async scene =>
        {
            await scene.GivePointsAsync(3_000);
            await scene.PlaceAsync("카페라떼", 1, "1,000");
        }),
    ];
}
