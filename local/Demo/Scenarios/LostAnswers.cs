using System.Text.Json.Nodes;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Demo.Scenarios;

/// <summary>KakaoPay's answers get lost; an inquiry tells what is true.</summary>
internal static class LostAnswers
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("Approve answer lost after the capture", OrderStatus.Paid, scene => PlayAsync(scene, "TimeoutAfterCapture")),
        new("Approve answer lost before the capture", OrderStatus.Paid, scene => PlayAsync(scene, "TimeoutBeforeCapture")),
        new("KakaoPay fails (5xx) after the capture", OrderStatus.Paid, scene => PlayAsync(scene, "ServerErrorAfterCapture")),
        new("Already paid (-702)", OrderStatus.Paid, scene => PlayAsync(scene, "AlreadyPaid")),
    ];

    private static async Task PlayAsync(Scene scene, string fault)
    {
        await scene.GivePointsAsync(3_000);
        var approval = await scene.AgreeAsync("카페라떼", 1, "1,000");
        await scene.Cafe.AddFaultAsync(new JsonObject { ["orderId"] = (string?)scene.OrderId, ["operation"] = "Approve", ["kind"] = fault });
        await scene.FollowAsync(approval);
    }
}
