using System.Text.Json.Nodes;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Demo.Scenarios;

/// <summary>The same thing twice, too early, or too late.</summary>
internal static class Repetitions
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("Double tap on pay", OrderStatus.Paid, async scene =>
        {
            await scene.TakeSheetAsync("아메리카노", 1);
            var replies = await Task.WhenAll(scene.Customer.PayAsync(scene.OrderId), scene.Customer.PayAsync(scene.OrderId));
            if (replies[0].PayLink is not { } link || replies[1].PayLink != link)
                throw new DemoFailedException("Two taps gave two links.");
            scene.Notes.Add("Both taps gave the same link.");
            await scene.FollowAsync(await scene.Cafe.Browser.PayAsync(await scene.OpenKakaoPayAsync(link), CancellationToken.None));
        }),

        new("Approval page reloaded", OrderStatus.Paid, async scene =>
        {
            var approval = await scene.AgreeAsync("아메리카노", 1);
            await Task.WhenAll(scene.FollowAsync(approval), scene.FollowAsync(approval), scene.FollowAsync(approval));
            await scene.UntilStatusAsync(OrderStatus.Paid);
            scene.Notes.Add($"Opened again after the commit: HTTP {await scene.FollowAsync(approval)}.");
        }),

        new("Approval before its token", OrderStatus.Paid, async scene =>
        {
            await scene.Cafe.HoldBackAsync("AwaitApproval");
            try
            {
                await scene.PlaceAsync("아메리카노", 1);
                var page = await PageOfPreparedPaymentAsync(scene);
                await scene.FollowAsync(await scene.Cafe.Browser.PayAsync(page, CancellationToken.None));
                var order = await scene.Cafe.Orders.GetAsync(scene.OrderId!);
                if (order is not { TaskToken: null, PgToken: not null })
                    throw new DemoFailedException("The approval did not come before the token.");
                scene.Notes.Add("The approval is parked on the order while no token is stored.");
            }
            finally
            {
                await scene.Cafe.LetGoAsync("AwaitApproval");
            }
        }),

        new("Late approval", OrderStatus.Expired, async scene =>
        {
            var approval = await scene.AgreeAsync("아메리카노", 1);
            await scene.UntilStatusAsync(OrderStatus.Expired);
            scene.Notes.Add($"The browser opens the approval page after the end: HTTP {await scene.FollowAsync(approval)}, nothing is captured.");
        }),
    ];

    /// <summary>KakaoPay also sends the payment to the customer's KakaoTalk, so it can be opened before our pay link works.</summary>
    private static async Task<Uri> PageOfPreparedPaymentAsync(Scene scene)
    {
        Uri? page = null;
        await scene.UntilAsync(
            async () =>
            {
                var history = await scene.Cafe.StepFunctions.GetExecutionHistoryAsync(new()
                {
                    ExecutionArn = OrderStory.ExecutionArn(scene.Cafe, scene.OrderId!),
                    MaxResults = 1000,
                });
                var prepared = history.Events.Find(entry => entry.StateExitedEventDetails?.Name == "PreparePayment");
                if (prepared is not null)
                    page = new Uri((string)JsonNode.Parse(prepared.StateExitedEventDetails.Output)!["payment"]!["redirectPcUrl"]!);
                return page is not null;
            },
            "the payment to be prepared");
        return page!;
    }
}
