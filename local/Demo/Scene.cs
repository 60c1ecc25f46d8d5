using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Demo;

/// <summary>One playing of a scenario: its customer, its order, and what was seen.</summary>
/// <param name="cafe">The café.</param>
/// <param name="customer">The customer.</param>
/// <param name="time">The clock.</param>
internal sealed class Scene(Cafe cafe, ChatUser customer, TimeProvider time)
{
    /// <summary>How long anything is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>The café.</summary>
    public Cafe Cafe => cafe;

    /// <summary>The customer.</summary>
    public ChatUser Customer => customer;

    /// <summary>The order's number; null before there is a sheet.</summary>
    public OrderId? OrderId { get; private set; }

    /// <summary>What happened, in the order in which it did.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Gives the customer points.</summary>
    public async Task GivePointsAsync(long points)
    {
        if (!await cafe.Ledger.GrantAsync(customer.MemberId, "welcome", points))
            throw new DemoFailedException("The welcome gift was refused.");
    }

    /// <summary>Takes an order sheet and keeps its number.</summary>
    public async Task<ChatReply> TakeSheetAsync(string menu, int quantity, string? points = null)
    {
        var reply = await customer.OrderSheetAsync(menu, quantity, points);
        OrderId = reply.OrderId;
        return reply;
    }

    /// <summary>Takes a sheet and taps "pay".</summary>
    /// <returns>The pay link.</returns>
    public async Task<Uri> PlaceAsync(string menu, int quantity, string? points = null)
    {
        var sheet = await TakeSheetAsync(menu, quantity, points);
        if (OrderId is null)
            throw new DemoFailedException("There is no order sheet: " + sheet.Text);
        var reply = await customer.PayAsync(OrderId);
        return reply.PayLink ?? throw new DemoFailedException("There is no pay link: " + reply.Text);
    }

    /// <summary>Opens the pay link as soon as it leads to KakaoPay.</summary>
    /// <returns>KakaoPay's page.</returns>
    public async Task<Uri> OpenKakaoPayAsync(Uri payLink)
    {
        await UntilAsync(async () => (await cafe.Orders.FindAsync(OrderId!))?.Status == OrderStatus.AwaitingPayment, "a payment to open");
        return await cafe.Browser.OpenAsync(payLink, CancellationToken.None);
    }

    /// <summary>Takes a sheet, taps "pay", agrees at KakaoPay.</summary>
    /// <returns>The approval address; the browser has not opened it yet.</returns>
    public async Task<Uri> AgreeAsync(string menu, int quantity, string? points = null) =>
        await cafe.Browser.PayAsync(await OpenKakaoPayAsync(await PlaceAsync(menu, quantity, points)), CancellationToken.None);

    /// <summary>Lets the browser follow an address that KakaoPay sent it to.</summary>
    /// <returns>The page's HTTP status.</returns>
    public async Task<int> FollowAsync(Uri address)
    {
        using var page = await cafe.Http.GetAsync(address);
        return (int)page.StatusCode;
    }

    /// <summary>Waits for a condition.</summary>
    /// <exception cref="DemoFailedException">It does not come true in <see cref="Patience"/>.</exception>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var deadline = time.GetUtcNow() + Patience;
        while (!await condition())
        {
            if (time.GetUtcNow() > deadline)
                throw new DemoFailedException($"Waited in vain for {what}.");
            await Task.Delay(Look, time);
        }
    }

    /// <summary>Waits until the order has a status.</summary>
    public Task UntilStatusAsync(string status) =>
        UntilAsync(async () => (await cafe.Orders.FindAsync(OrderId!))?.Status == status, $"order {OrderId} to be {status}");
}
