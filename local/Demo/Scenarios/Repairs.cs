using System.Text.Json.Nodes;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Review;

namespace KakaoWorkflow.Local.Demo.Scenarios;

/// <summary>What must be undone, and what needs a person.</summary>
internal static class Repairs
{
    private const int ApproveMilliseconds = 1_200;

    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("Commit impossible: withdrawn while KakaoPay captures", OrderStatus.Refunded, async scene =>
        {
            await scene.GivePointsAsync(3_000);
            var approval = await scene.AgreeAsync("카페라떼", 1, "1,000");
            await scene.Cafe.AddFaultAsync(new JsonObject
            {
                ["orderId"] = (string?)scene.OrderId,
                ["operation"] = "Approve",
                ["kind"] = "Slow",
                ["delayMs"] = ApproveMilliseconds,
            });
            await scene.FollowAsync(approval);
            await scene.UntilAsync(scene.Cafe.FaultsAreOverAsync, "the approval to be under way");
            scene.Notes.Add((await scene.Customer.CancelAsync(scene.OrderId)).Text);
        }),

        new("Captured amount differs: refunded, then looked at", OrderStatus.Refunded, async scene =>
        {
            var approval = await scene.AgreeAsync("아메리카노", 1);
            await scene.Cafe.AddFaultAsync(new JsonObject
            {
                ["orderId"] = (string?)scene.OrderId,
                ["operation"] = "Approve",
                ["kind"] = "AmountMismatch",
                ["amountWon"] = 1_000,
            });
            await scene.FollowAsync(approval);
            await ResumeAsync(scene, "The money went back; the order may end.");
        }),

        new("Release impossible: REVIEW, then the operator resumes", OrderStatus.Cancelled, async scene =>
        {
            await scene.GivePointsAsync(3_000);
            await scene.Cafe.HoldBackAsync("ReleasePoints");
            try
            {
                var page = await scene.OpenKakaoPayAsync(await scene.PlaceAsync("카페라떼", 1, "1,000"));
                await scene.FollowAsync(await scene.Cafe.Browser.QuitAsync(page, CancellationToken.None));
                await scene.UntilStatusAsync(OrderStatus.Review);
            }
            finally
            {
                await scene.Cafe.LetGoAsync("ReleasePoints");
            }
            await ResumeAsync(scene, "The function is back.");
        }),
    ];

    private static async Task ResumeAsync(Scene scene, string reason)
    {
        await scene.UntilStatusAsync(OrderStatus.Review);
        var order = await scene.Cafe.Orders.GetAsync(scene.OrderId!);
        scene.Notes.Add($"REVIEW: {order.FailedStep}, {order.Failure}");
        var (outcome, resume) = await scene.Cafe.Resume.RunAsync(scene.OrderId!, "demo", reason);
        if (outcome != ResumeOutcome.Resumed)
            throw new DemoFailedException("There was nothing to resume.");
        scene.Notes.Add($"The operator resumes {resume!.Step}: {reason}");
    }
}
