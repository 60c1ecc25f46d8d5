using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>A customer who orders one coffee after the other and tries again whatever does not answer.</summary>
/// <param name="cafe">The café, which may be down at any time.</param>
/// <param name="number">Tells customers apart.</param>
/// <param name="random">Draws what the customer wants.</param>
/// <param name="patience">How long anything is tried.</param>
/// <param name="promises">Keeps what the customer is told.</param>
internal sealed class LoadCustomer(Cafe cafe, int number, IRandomSource random, Patience patience, Promises promises)
{
    private const long WelcomePoints = 60_000;
    private const int MaxQuantity = 2;

    private static readonly CustomerIntent[] Intents = Enum.GetValues<CustomerIntent>();
    private static readonly string[] Menu = [.. SampleMenu.Items.Where(item => !item.SoldOut).Select(item => item.Name)];

    private readonly ChatUser _user = new(cafe, $"customer-{number}", $"010{30_000_000 + number}");

    /// <summary>Orders until the café closes, once at least, and sees the last order through.</summary>
    public async Task RunAsync(CancellationToken closing, CancellationToken cancellationToken)
    {
        if (!await TryAsync(() => JoinAsync(cancellationToken)))
            return;
        do
        {
            await TryAsync(() => OrderAsync(Intents[Draw(Intents.Length)], cancellationToken));
        }
        while (!closing.IsCancellationRequested);
    }

    private async Task<bool> TryAsync(Func<Task> deed)
    {
        try
        {
            await deed();
            return true;
        }
        catch (TimeoutException error)
        {
            promises.Complain($"customer {number}: {error.Message}");
            return false;
        }
    }

    private async Task JoinAsync(CancellationToken cancellationToken)
    {
        await patience.UntilAsync(async () => (await _user.SignUpAsync()).Text.Contains("가입", StringComparison.Ordinal), "a sign-up", cancellationToken);
        await patience.UntilAsync(
            async () =>
            {
                // The gift's number makes it one gift, however often it is given.
                await cafe.Ledger.GrantAsync(_user.MemberId, "welcome", WelcomePoints);
                return true;
            },
            "a gift",
            cancellationToken);
    }

    private async Task OrderAsync(CustomerIntent intent, CancellationToken cancellationToken)
    {
        var orderId = await TakeSheetAsync(intent, cancellationToken);
        var visit = new PaymentVisit(cafe, _user, orderId, patience);
        await PlaceAsync(visit, intent, cancellationToken);
        switch (intent)
        {
            case CustomerIntent.Leave:
                break;
            case CustomerIntent.Withdraw:
                await visit.WithdrawAsync(cancellationToken);
                break;
            case CustomerIntent.Quit:
                await visit.ReturnAsync(await visit.TapAsync(cafe.Browser.QuitAsync, cancellationToken), 1, cancellationToken);
                break;
            case CustomerIntent.Fail:
                await visit.ReturnAsync(await visit.TapAsync(cafe.Browser.FailAsync, cancellationToken), 1, cancellationToken);
                break;
            case CustomerIntent.PayAndWithdraw:
                var approval = await visit.TapAsync(PayAsync, cancellationToken);
                await Task.WhenAll(visit.ReturnAsync(approval, 1, cancellationToken), visit.WithdrawAsync(cancellationToken));
                break;
            default:
                await visit.ReturnAsync(
                    await visit.TapAsync(PayAsync, cancellationToken), intent == CustomerIntent.PayImpatiently ? 3 : 1, cancellationToken);
                break;
        }
        var order = await visit.FollowAsync(cancellationToken);
        if (intent == CustomerIntent.PayAndRefund && order.Status == OrderStatus.Paid && await visit.RefundAsync(cancellationToken))
            promises.TellRefund(orderId);
    }

    private async Task<OrderId> TakeSheetAsync(CustomerIntent intent, CancellationToken cancellationToken)
    {
        var (menu, quantity) = (Menu[Draw(Menu.Length)], 1 + Draw(MaxQuantity));
        var points = intent switch
        {
            CustomerIntent.PayWithPoints or CustomerIntent.Quit or CustomerIntent.PayAndWithdraw => "1000",
            CustomerIntent.PayByPointsAlone => "전부",
            _ => null,
        };
        OrderId? orderId = null;
        await patience.UntilAsync(
            async () =>
            {
                var reply = await _user.OrderSheetAsync(menu, quantity, points);
                // Whoever has no points left orders without.
                points = null;
                return (orderId = reply.OrderId) is not null;
            },
            "an order sheet",
            cancellationToken);
        return orderId!;
    }

    private async Task PlaceAsync(PaymentVisit visit, CustomerIntent intent, CancellationToken cancellationToken)
    {
        await patience.UntilAsync(
            async () =>
            {
                var taps = intent == CustomerIntent.PayImpatiently ? 2 : 1;
                var replies = await Task.WhenAll(Enumerable.Range(0, taps).Select(_ => _user.PayAsync(visit.OrderId)));
                var reply = Array.Find(replies, reply => reply.Text.Contains(visit.OrderId, StringComparison.Ordinal));
                visit.Link ??= reply?.PayLink;
                return reply is not null || await visit.HasEndedAsync(cancellationToken);
            },
            $"an answer to pay for {visit.OrderId}",
            cancellationToken);
        promises.TellOrder(visit.OrderId);
    }

    private Task<Uri> PayAsync(Uri page, CancellationToken cancellationToken) => cafe.Browser.PayAsync(page, cancellationToken);

    private int Draw(int count) => (int)(random.NextDouble() * count);
}
