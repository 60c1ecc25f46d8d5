using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>One customer's way with one order, from the pay link to its end. Each step is tried until somebody answers.</summary>
/// <param name="cafe">The café.</param>
/// <param name="user">The customer.</param>
/// <param name="orderId">The order.</param>
/// <param name="patience">How long anything is tried.</param>
internal sealed class PaymentVisit(Cafe cafe, ChatUser user, OrderId orderId, Patience patience)
{
    private const int FirstServerError = 500;

    public OrderId OrderId => orderId;

    /// <summary>The pay link; null for an order that needs no payment.</summary>
    public Uri? Link { get; set; }

    /// <summary>Whether the order has ended.</summary>
    public async Task<bool> HasEndedAsync(CancellationToken cancellationToken) => await cafe.Orders.FindAsync(orderId, cancellationToken) is { IsOpen: false };

    /// <summary>Opens the link until it leads to KakaoPay, and taps a button there.</summary>
    /// <returns>Where the browser is sent; null when the order came to its end before or goes on without this.</returns>
    public async Task<Uri?> TapAsync(Func<Uri, CancellationToken, Task<Uri>> tap, CancellationToken cancellationToken)
    {
        Uri? address = null;
        await patience.UntilAsync(
            async () =>
            {
                if (Link is null || await cafe.Orders.FindAsync(orderId, cancellationToken) is { IsOpen: false } or { PgToken: not null })
                    return true;
                var page = await cafe.Browser.OpenAsync(Link, cancellationToken);
                if (page.Authority != cafe.Addresses.KakaoPay.Authority)
                    return false;
                address = await tap(page, cancellationToken);
                return true;
            },
            $"KakaoPay's page for {orderId}",
            cancellationToken);
        return address;
    }

    /// <summary>Lets the browser follow where KakaoPay sent it, and reload while the café does not answer.</summary>
    public Task ReturnAsync(Uri? address, int devices, CancellationToken cancellationToken) => address is null
        ? Task.CompletedTask
        : Task.WhenAll(Enumerable.Range(0, devices).Select(_ => patience.UntilAsync(
            () => OpenAsync(address, cancellationToken), $"the page after KakaoPay for {orderId}", cancellationToken)));

    /// <summary>Taps "cancel" in the chat.</summary>
    public Task WithdrawAsync(CancellationToken cancellationToken) => patience.UntilAsync(
        async () => (await user.CancelAsync(orderId)).Text.Contains(orderId, StringComparison.Ordinal), $"an answer to cancel {orderId}", cancellationToken);

    /// <summary>Reloads the order's page until the order has ended.</summary>
    public async Task<Order> FollowAsync(CancellationToken cancellationToken)
    {
        Order? order = null;
        await patience.UntilAsync(
            async () =>
            {
                if (Link is not null)
                    await OpenAsync(Link, cancellationToken);
                order = await cafe.Orders.FindAsync(orderId, cancellationToken);
                return order is { IsOpen: false };
            },
            $"the end of {orderId}",
            cancellationToken);
        return order!;
    }

    /// <summary>Asks for the money back.</summary>
    /// <returns>Whether the café has accepted it.</returns>
    public async Task<bool> RefundAsync(CancellationToken cancellationToken)
    {
        await patience.UntilAsync(
            async () => (await user.RefundAsync(orderId)).Text.Contains(orderId, StringComparison.Ordinal), $"an answer to refund {orderId}", cancellationToken);
        var isAccepted = false;
        await patience.UntilAsync(
            async () =>
            {
                isAccepted = await cafe.Orders.GetAsync(orderId, cancellationToken) is { OpenRefund: not null } or { Status: OrderStatus.Refunded };
                return true;
            },
            $"a look at {orderId}",
            cancellationToken);
        return isAccepted;
    }

    private async Task<bool> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        using var page = await cafe.Http.GetAsync(address, cancellationToken);
        return (int)page.StatusCode < FirstServerError;
    }
}
