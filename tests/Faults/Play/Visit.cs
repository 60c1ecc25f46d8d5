using System.Text.Json.Nodes;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Local.Sqs.Messages;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Tests.Faults.Play;

/// <summary>One customer with one order. What fails is tried again, as people do: another tap, a reloaded page.</summary>
internal sealed class Visit(VirtualCafe cafe, int number)
{
    private const int MaxTries = 6;
    private const int MaxSteps = 3_000;
    private const int MaxResumes = 3;
    private const int MaxReloads = 8;

    private static readonly TimeSpan ReloadAfter = TimeSpan.FromSeconds(20);

    private readonly string _userKey = $"customer-{number}";

    /// <summary>The phone number, digits only.</summary>
    public string Phone { get; } = $"010{number + 20_000_000:00000000}";

    /// <summary>The order's number; null before there is a sheet.</summary>
    public string? OrderId { get; private set; }

    /// <summary>The pay link; null before the customer has seen one.</summary>
    public Uri? PayLink { get; private set; }

    /// <summary>Where KakaoPay has sent the browser after the customer agreed; null before.</summary>
    public Uri? Approval { get; private set; }

    /// <summary>How often an operator had to resume the order.</summary>
    public int Resumes { get; private set; }

    /// <summary>What customers saw: chat answers and pages.</summary>
    public List<string> Seen { get; } = [];

    /// <summary>The chat user, who reaches the host that lives now.</summary>
    public ChatUser Chat => new(cafe.Cafe, _userKey, Phone);

    private SimulatedCustomer Browser => cafe.Cafe.Browser;

    public async Task SignUpAsync(long points)
    {
        for (var tries = 0; tries < MaxTries && await cafe.Cafe.Accounts.FindAsync(Chat.MemberId) is null; tries++)
            await TryAsync(Chat.SignUpAsync);
        if (points > 0)
            (await cafe.Cafe.Ledger.GrantAsync(Chat.MemberId, "welcome", points)).ShouldBeTrue();
    }

    /// <summary>Asks for an order sheet and taps "pay".</summary>
    public async Task OrderAsync(string menu, int quantity, string? points)
    {
        for (var tries = 0; OrderId is null && tries < MaxTries; tries++)
        {
            var sheet = await TryAsync(() => points is null ? Chat.OrderSheetAsync(menu, quantity) : Chat.OrderSheetAsync(menu, quantity, points));
            OrderId = sheet?.OrderId;
        }
        OrderId.ShouldNotBeNull("no order sheet after all those tries");
        for (var tries = 0; PayLink is null && tries < MaxTries; tries++)
        {
            PayLink = (await TryAsync(() => Chat.PayAsync(OrderId)))?.PayLink;
            if (await IsEndedAsync())
                return;
        }
    }

    /// <summary>Opens the pay link until it leads to KakaoPay.</summary>
    /// <returns>KakaoPay's page; null when the order has ended before.</returns>
    public async Task<Uri?> OpenAsync()
    {
        await cafe.SettleAsync(null);
        for (var tries = 0; tries < MaxTries * 2 && PayLink is not null; tries++)
        {
            var (_, next) = await BrowseAsync(PayLink);
            if (next is not null)
                return next;
            if (await IsEndedAsync())
                return null;
            await cafe.StepAsync();
        }
        return null;
    }

    /// <summary>Opens the pay link and agrees at KakaoPay. The browser has not gone back yet.</summary>
    public async Task AgreeAsync()
    {
        Approval = null;
        for (var tries = 0; Approval is null && tries < MaxTries && await OpenAsync() is { } page; tries++)
            Approval = await TryAsync(() => Browser.PayAsync(page, CancellationToken.None));
    }

    /// <summary>Follows the way back from KakaoPay until the page opens.</summary>
    public async Task ReturnAsync()
    {
        for (var tries = 0; Approval is not null && tries < MaxTries; tries++)
        {
            if (await BrowseAsync(Approval) is { Status: >= 200 and < 400 })
                return;
        }
    }

    /// <summary>Opens the pay link and quits at KakaoPay.</summary>
    public async Task QuitAsync()
    {
        Uri? back = null;
        for (var tries = 0; back is null && tries < MaxTries && await OpenAsync() is { } page; tries++)
            back = await TryAsync(() => Browser.QuitAsync(page, CancellationToken.None));
        for (var tries = 0; back is not null && tries < MaxTries; tries++)
        {
            if (await BrowseAsync(back) is { Status: >= 200 and < 400 })
                return;
        }
    }

    /// <summary>Opens the pay link and goes back from KakaoPay without a decision: its cancel address, though nothing was cancelled.</summary>
    public async Task GoBackAsync()
    {
        if (await OpenAsync() is { } page && await TryAsync(() => Browser.GoBackAsync(page, CancellationToken.None)) is { } back)
            await BrowseAsync(back);
    }

    /// <summary>Lets time go by.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        var end = cafe.Time.GetUtcNow() + time;
        for (var step = 0; step < MaxSteps && cafe.Time.GetUtcNow() < end; step++)
            await cafe.StepAsync();
    }

    /// <summary>Taps "cancel" in the chat until that is taken.</summary>
    public async Task WithdrawAsync()
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            await TryAsync(() => Chat.CancelAsync(OrderId));
            if (await cafe.Cafe.Orders.FindAsync(OrderId!) is null or { IsOpen: false } or { WithdrawnAt: not null })
                return;
        }
    }

    /// <summary>Lets the queue deliver the announcement of the paid order once more.</summary>
    public Task RepeatAnnouncementAsync() => cafe.Host.Sqs.Messages.SendAsync(
        cafe.Host.Stack.Queues.Single(queue => queue.LogicalId == "OrderEventsQueue").Name,
        new OutgoingMessage($$"""{"type":"OrderPaid","orderId":"{{OrderId}}"}"""));

    /// <summary>Gives KakaoPay a bad day with this order.</summary>
    /// <param name="operation">The simulator's operation.</param>
    /// <param name="kind">The simulator's kind of fault.</param>
    /// <param name="amountWon">What is captured instead, where the kind takes an amount.</param>
    public Task AddFaultAsync(string operation, string kind, long? amountWon = null)
    {
        var fault = new JsonObject { ["orderId"] = OrderId, ["operation"] = operation, ["kind"] = kind };
        if (amountWon is not null)
            fault["amountWon"] = amountWon;
        return cafe.Cafe.AddFaultAsync(fault);
    }

    /// <summary>Opens an address.</summary>
    /// <returns>The HTTP status, and where it leads; 0 and null when there was no answer.</returns>
    public async Task<(int Status, Uri? Next)> BrowseAsync(Uri address)
    {
        var answer = await TryAsync(async () =>
        {
            using var response = await cafe.Cafe.Http.GetAsync(address);
            Seen.Add($"{response.StatusCode} {response.Headers.Location} {await response.Content.ReadAsStringAsync()}");
            return new Answer((int)response.StatusCode, response.Headers.Location is { } next ? new Uri(address, next) : null);
        });
        return answer is null ? (0, null) : (answer.Status, answer.Next);
    }

    /// <summary>
    /// Lets time go by until the order has ended and everything is still: the customer reloads the page now and then, and a
    /// person resumes an order in REVIEW.
    /// </summary>
    /// <returns>The order; null when there never was one.</returns>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public async Task<Order?> EndAsync(bool reloads)
    {
        var (reloaded, lastReload) = (0, cafe.Time.GetUtcNow());
        for (var step = 0; step < MaxSteps; step++)
        {
            if (await cafe.IsAtRestAsync())
                return await cafe.Cafe.Orders.FindAsync(OrderId!);
            await cafe.StepAsync();
            if (await cafe.Cafe.Orders.FindAsync(OrderId!) is { ReviewToken: not null } order && cafe.Host.StepFunctions.Engine.RunningCount > 0)
                await ResumeAsync(order);
            if (reloads && reloaded < MaxReloads && cafe.Time.GetUtcNow() - lastReload > ReloadAfter && PayLink is not null)
            {
                (reloaded, lastReload) = (reloaded + 1, cafe.Time.GetUtcNow());
                await BrowseAsync(PayLink);
            }
        }
        throw new TimeoutException($"Order {OrderId} does not end.");
    }

    private async Task ResumeAsync(Order order)
    {
        if (Resumes == MaxResumes)
            throw new TimeoutException($"Order {OrderId} stays in REVIEW: {order.FailedStep}, {order.Failure}.");
        if (await cafe.DriveAsync(cafe.Cafe.Resume.RunAsync(OrderId!, "matrix", "The fault is over.")) is not null)
            Resumes++;
    }

    private async Task<bool> IsEndedAsync() => await cafe.Cafe.Orders.FindAsync(OrderId!) is { IsOpen: false };

    private async Task<T?> TryAsync<T>(Func<Task<T>> action)
        where T : class
    {
        try
        {
            var answer = await cafe.DriveAsync(action());
            if (answer is ChatReply reply)
                Seen.Add(reply.Text);
            return answer;
        }
        catch (Exception error) when (error is HttpRequestException or InvalidDataException or TaskCanceledException or ObjectDisposedException)
        {
            return null;
        }
    }

    private sealed record Answer(int Status, Uri? Next);
}
