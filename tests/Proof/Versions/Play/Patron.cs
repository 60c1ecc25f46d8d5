using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Review;

namespace KakaoWorkflow.Tests.Proof.Versions.Play;

/// <summary>A customer with one order at a time, and the people around it: the operator, the café's staff.</summary>
/// <param name="cafe">The café.</param>
/// <param name="userKey">The chat user's key.</param>
/// <param name="phone">The phone number, digits only.</param>
internal sealed class Patron(VersionCafe cafe, string userKey, string phone)
{
    public const string Latte = "카페라떼";

    public VersionCafe Cafe { get; } = cafe;

    public string UserKey { get; } = userKey;

    public string Phone { get; } = phone;

    /// <summary>The order's number; null before there is a sheet.</summary>
    public OrderId? OrderId { get; set; }

    /// <summary>The pay link that the chat has shown; null before.</summary>
    public Uri? PayLink { get; set; }

    /// <summary>Where KakaoPay has sent the browser, which has not gone there yet; null for nowhere.</summary>
    public Uri? Return { get; set; }

    public ChatUser Chat => new(Cafe.Cafe, UserKey, Phone);

    public async Task SignUpAsync(long points)
    {
        await Cafe.DriveAsync(Chat.SignUpAsync());
        if (points > 0)
            (await Cafe.Cafe.Ledger.GrantAsync(Chat.MemberId, "welcome", points)).ShouldBeTrue();
    }

    /// <summary>Asks for an order sheet.</summary>
    public async Task AskForSheetAsync(int quantity, string? points) =>
        OrderId = (await Cafe.DriveAsync(Chat.OrderSheetAsync(Latte, quantity, points))).OrderId.ShouldNotBeNull();

    /// <summary>Taps "pay" on the order sheet.</summary>
    public async Task TapPayAsync() => PayLink = (await Cafe.DriveAsync(Chat.PayAsync(OrderId))).PayLink;

    /// <summary>Asks for an order sheet, taps "pay", and waits until the pay link works.</summary>
    public async Task OrderAsync(int quantity, string? points)
    {
        await AskForSheetAsync(quantity, points);
        await TapPayAsync();
        await UntilAsync(order => order.Status == OrderStatus.AwaitingPayment);
    }

    /// <summary>Opens the pay link and agrees at KakaoPay. The browser has not gone back yet.</summary>
    public async Task AgreeAsync() =>
        Return = await Cafe.DriveAsync(Cafe.Cafe.Browser.PayAsync(await OpenAsync(), CancellationToken.None));

    /// <summary>Opens the pay link and quits at KakaoPay. The browser has not gone back yet.</summary>
    public async Task QuitAsync() =>
        Return = await Cafe.DriveAsync(Cafe.Cafe.Browser.QuitAsync(await OpenAsync(), CancellationToken.None));

    /// <summary>Follows the way back from KakaoPay.</summary>
    /// <returns>The HTTP status.</returns>
    public async Task<int> ReturnAsync()
    {
        using var answer = await Cafe.DriveAsync(Cafe.Cafe.Http.GetAsync(Return));
        return (int)answer.StatusCode;
    }

    /// <summary>Waits until the pay link works, then pays.</summary>
    public async Task PayAsync()
    {
        await UntilAsync(order => order.Status == OrderStatus.AwaitingPayment);
        await AgreeAsync();
        (await ReturnAsync()).ShouldBe(303);
    }

    /// <summary>Orders, pays, and waits until the café knows of it.</summary>
    public async Task BuyAsync(int quantity, string? points)
    {
        await OrderAsync(quantity, points);
        await PayAsync();
        await UntilAsync(order => order.Preparation is not null);
    }

    /// <summary>Taps "cancel" in the chat.</summary>
    public Task WithdrawAsync() => Cafe.DriveAsync(Chat.CancelAsync(OrderId));

    /// <summary>The operator's "try again", as soon as the order is before the operator.</summary>
    public async Task ResumeAsync()
    {
        await UntilAsync(order => order.ReviewToken is not null);
        (await Cafe.DriveAsync(Cafe.Cafe.Resume.RunAsync(OrderId!, "operator", "The fault is over."))).Outcome.ShouldBe(ResumeOutcome.Resumed);
    }

    /// <summary>Calls a function of the operator's.</summary>
    public async Task InvokeAsync(string function, JsonObject input)
    {
        var address = new Uri(Cafe.Cafe.Addresses.Aws, $"/2015-03-31/functions/{Cafe.Cafe.Addresses.StackName}-{function}/invocations");
        using var body = new StringContent(input.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await Cafe.DriveAsync(Cafe.Cafe.Http.PostAsync(address, body));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Lets time go by until the order is as wanted.</summary>
    public Task UntilAsync(Func<Order, bool> isSo) =>
        Cafe.UntilAsync(async () => await Cafe.Cafe.Orders.FindAsync(OrderId!) is { } order && isSo(order));

    /// <summary>Lets time go by until so many faults have struck.</summary>
    public Task UntilStruckAsync(int faults) => Cafe.UntilAsync(() => Task.FromResult(Cafe.Injector.Run.Struck.Count >= faults));

    /// <summary>Lets time go by until the order's execution is in a state.</summary>
    public Task UntilInAsync(string state) =>
        Cafe.UntilAsync(async () => (await OrderStory.ReadAsync(Cafe.Cafe, OrderId!)).States is [.., var last] && last == state);

    private async Task<Uri> OpenAsync()
    {
        using var answer = await Cafe.DriveAsync(Cafe.Cafe.Http.GetAsync(PayLink));
        return new Uri(PayLink!, answer.Headers.Location.ShouldNotBeNull($"the pay link answers {answer.StatusCode}"));
    }
}
