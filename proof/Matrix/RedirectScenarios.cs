using KakaoWorkflow.Orders;
using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>KakaoPay's redirects twice, late, never, and in the wrong order.</summary>
internal static class RedirectScenarios
{
    private const string Latte = "카페라떼";
    private const int CustomerPoints = 3_000;

    public static IReadOnlyList<FaultScenario> All { get; } =
    [
        new("approval opened three times at once", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await Task.WhenAll(visit.ReturnAsync(), visit.ReturnAsync(), visit.ReturnAsync());
        }) { Points = CustomerPoints },

        // The refused token makes room for the right one, which is used at once and not after KakaoPay's time.
        new("wrong token first", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnWithWrongTokenAsync();
            await visit.WaitAsync(TimeSpan.FromMinutes(1));
            await visit.ReturnAsync();
        }) { Points = CustomerPoints, Reloads = false },

        // The approval was sent and captured nothing; after the withdrawal none is sent any more.
        new("withdrawn in doubt", OrderStatus.Cancelled, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.AddFaultAsync("Approve", "TimeoutBeforeCapture");
            await visit.ReturnAsync();
        })
        {
            Points = CustomerPoints,
            Reloads = false,
            Interruption = (new CallName("ResolvePayment", "kakaopay", "order", 0), visit => visit.WithdrawAsync()),
        },

        new("approval opened again after the commit", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
            await visit.EndAsync(reloads: true);
            await visit.ReturnAsync();
        }) { Points = CustomerPoints },

        new("approval opened ten minutes later", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.WaitAsync(TimeSpan.FromMinutes(10));
            await visit.ReturnAsync();
        }) { Points = CustomerPoints },

        new("approval opened after the end", OrderStatus.Expired, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.EndAsync(reloads: false);
            await visit.ReturnAsync();
        }) { Points = CustomerPoints, Reloads = false },

        new("approval lost, pay link opened again", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            // KakaoPay knows that the customer has agreed and sends the browser back again.
            await visit.AgreeAsync();
            await visit.ReturnAsync();
        }) { Points = CustomerPoints },

        new("approval lost for good", OrderStatus.Expired, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
        }) { Points = CustomerPoints, Reloads = false },

        new("back from KakaoPay, then paid", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.GoBackAsync();
            await visit.AgreeAsync();
            await visit.ReturnAsync();
        }) { Points = CustomerPoints },

        new("agreed, then back, then the approval", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.GoBackAsync();
            await visit.ReturnAsync();
        }) { Points = CustomerPoints },

        new("approval after the withdrawal", OrderStatus.Cancelled, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.WithdrawAsync();
            await visit.ReturnAsync();
        }) { Points = CustomerPoints },

        new("withdrawal announced in vain, page opened again", OrderStatus.Cancelled, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.WithdrawAsync();
        })
        {
            Points = CustomerPoints,
            Faults = [new(new CallName("CancelOrder", "sqs", "SendMessage", 0), FaultKind.MessageDropped)],
        },

        new("withdrawal after the commit", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
            await visit.EndAsync(reloads: true);
            await visit.Chat.CancelAsync(visit.OrderId);
        }) { Points = CustomerPoints },

        new("pay tapped three times at once", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await Task.WhenAll(visit.Chat.PayAsync(visit.OrderId), visit.Chat.PayAsync(visit.OrderId), visit.Chat.PayAsync(visit.OrderId));
            await visit.AgreeAsync();
            await visit.ReturnAsync();
        }) { Points = CustomerPoints },

        new("announcement delivered three times", OrderStatus.Paid, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await visit.AgreeAsync();
            await visit.ReturnAsync();
            await visit.EndAsync(reloads: true);
            await visit.RepeatAnnouncementAsync();
            await visit.RepeatAnnouncementAsync();
        }) { Points = CustomerPoints },

        new("quit that KakaoPay shows late", OrderStatus.Cancelled, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            // The cancel redirect comes while KakaoPay still shows an open payment.
            await visit.GoBackAsync();
            await visit.QuitForGoodAsync();
        }) { Points = CustomerPoints, Reloads = false },

        new("quit twice", OrderStatus.Cancelled, async visit =>
        {
            await visit.OrderAsync(Latte, 1, "1,000");
            await Task.WhenAll(visit.QuitAsync(), visit.QuitAsync());
        }) { Points = CustomerPoints },
    ];
}
