using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Review;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Proof.Play;

/// <summary>One customer with one order. What fails is tried again, as people do: another tap, a reloaded page.</summary>
/// <param name="cafe">The café.</param>
/// <param name="number">Which customer; the same number is the same chat user and phone.</param>
/// <param name="movesClock">Whether the clock moves with what the customer does; false when somebody else moves it for all customers.</param>
internal sealed class Visit(VirtualCafe cafe, int number, bool movesClock = true)
{
    private const int MaxTries = 6;
    private const int MaxSteps = 3_000;
    private const int MaxResumes = 3;
    private const int MaxReloads = 8;

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AwakeBeforeAndAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ReloadAfter = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SettleAgainAfter = TimeSpan.FromSeconds(30);

    private readonly string _userKey = $"customer-{number}";

    /// <summary>The phone number, digits only.</summary>
    public string Phone { get; } = $"010{number + 20_000_000:00000000}";

    /// <summary>The order's number; null before there is a sheet.</summary>
    public OrderId? OrderId { get; private set; }

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
        for (var tries = 0; tries < MaxTries && await cafe.Accounts.FindAsync(Chat.MemberId) is null; tries++)
            await TryAsync(Chat.SignUpAsync);
        if (points > 0 && !await cafe.Ledger.GrantAsync(Chat.MemberId, "welcome", points))
            throw new InvalidOperationException($"Customer {number} has had the welcome points before.");
    }

    /// <summary>
    /// Makes the customer owe points, as a refund does that takes back what is spent; not while he has some to spend, since a fault
    /// kept the order from holding them.
    /// </summary>
    public async Task OweAsync(long points)
    {
        var table = cafe.Cafe.Table;
        var line = new LedgerLine(Chat.MemberId, cafe.Time.GetUtcNow(), "taken back", LedgerKind.Grant, 0, 0) { DebtDelta = points };
        var owes = new Update
        {
            TableName = table.Name,
            Key = ItemKey.Account(Chat.MemberId).ToAttributes(),
            UpdateExpression = "SET debtPoints = :points",
            ConditionExpression = "availablePoints = :none AND attribute_not_exists(debtPoints)",
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":points"] = Attributes.Number(points), [":none"] = Attributes.Number(0) },
        };
        await cafe.DriveAsync(table.TransactAsync([new() { Update = owes }, line.ToWrite(table.Name)]));
    }

    /// <summary>Asks for an order sheet and taps "pay".</summary>
    public async Task OrderAsync(string menu, int quantity, string? points)
    {
        if (await TryOrderSheetAsync(menu, quantity, points) is null)
            throw new TimeoutException("There was no order sheet after all those tries.");
        await PayAsync();
    }

    /// <summary>Asks for an order sheet.</summary>
    /// <returns>Its number; null when the café gives none, for example since something is sold out.</returns>
    public async Task<OrderId?> TryOrderSheetAsync(string menu, int quantity, string? points)
    {
        for (var tries = 0; OrderId is null && tries < MaxTries; tries++)
        {
            var sheet = await TryAsync(() => Chat.OrderSheetAsync(menu, quantity, points));
            OrderId = sheet?.OrderId;
        }
        return OrderId;
    }

    /// <summary>Taps "pay" until there is a pay link.</summary>
    public async Task PayAsync()
    {
        for (var tries = 0; PayLink is null && tries < MaxTries; tries++)
        {
            PayLink = (await TryAsync(() => Chat.PayAsync(OrderId)))?.PayLink;
            if (await IsEndedAsync())
                return;
        }
    }

    /// <summary>Opens the pay link again and follows it, to KakaoPay and back: the way back was lost.</summary>
    public async Task ReopenAsync()
    {
        if (await OpenAsync() is { } page && await TryAsync(() => Browser.PayAsync(page, CancellationToken.None)) is { } back)
            await BrowseAsync(back);
    }

    /// <summary>Opens the pay link until it leads to KakaoPay.</summary>
    /// <returns>KakaoPay's page; null when the order has ended before.</returns>
    public async Task<Uri?> OpenAsync()
    {
        if (movesClock)
            await cafe.SettleAsync(null);
        for (var tries = 0; tries < MaxTries * 2 && PayLink is not null; tries++)
        {
            var (_, next) = await BrowseAsync(PayLink);
            if (next is not null)
                return next;
            if (await IsEndedAsync())
                return null;
            await PauseAsync();
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

    /// <summary>Follows the way back from KakaoPay with a token that KakaoPay has not given.</summary>
    public async Task ReturnWithWrongTokenAsync()
    {
        if (Approval is { } approval)
            await BrowseAsync(new Uri(approval.AbsoluteUri.Split("pg_token=")[0] + "pg_token=ffffffffffffffffffff"));
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

    /// <summary>Opens the pay link and quits at KakaoPay; the way back is lost.</summary>
    public async Task QuitForGoodAsync()
    {
        var hasQuit = false;
        for (var tries = 0; !hasQuit && tries < MaxTries && await OpenAsync() is { } page; tries++)
            hasQuit = await TryAsync(() => Browser.QuitAsync(page, CancellationToken.None)) is not null;
    }

    /// <summary>Lets time go by.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        var end = cafe.Time.GetUtcNow() + time;
        for (var step = 0; step < MaxSteps && cafe.Time.GetUtcNow() < end; step++)
            await cafe.StepAsync();
    }

    /// <summary>Lets time go by until the order waits for an operator, or has ended and nothing moves any more.</summary>
    public async Task UntilInReviewAsync()
    {
        for (var step = 0; step < MaxSteps && !await IsDoneOrInReviewAsync(); step++)
            await cafe.StepAsync();

        async Task<bool> IsDoneOrInReviewAsync() => await cafe.Orders.FindAsync(OrderId!) switch
        {
            { ReviewToken: not null } => true,
            { OpenStatus: null } or null => await cafe.IsAtRestAsync(),
            _ => false,
        };
    }

    /// <summary>Taps "cancel" in the chat until that is taken.</summary>
    public async Task WithdrawAsync()
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            await TryAsync(() => Chat.CancelAsync(OrderId));
            if (await cafe.Orders.FindAsync(OrderId!) is null or { IsOpen: false } or { WithdrawnAt: not null })
                return;
        }
    }

    /// <summary>Cancels a paid order in the chat: a tap, and a second one at the question, until that is taken.</summary>
    public async Task CancelPaidAsync()
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            await TryAsync(() => Chat.CancelAsync(OrderId));
            await TryAsync(() => Chat.RefundAsync(OrderId!));
            if (await cafe.Orders.FindAsync(OrderId!) is not { Status: OrderStatus.Paid, OpenRefund: null })
                return;
        }
    }

    /// <summary>Lets the café refund some of the order's first line.</summary>
    /// <param name="quantity">How many in all.</param>
    /// <param name="maxTries">How often it asks until that is taken.</param>
    public async Task RefundByCafeAsync(int quantity, int maxTries = MaxTries)
    {
        var call = new JsonObject { ["orderId"] = (string?)OrderId, ["line"] = 1, ["quantity"] = quantity, ["by"] = "barista", ["why"] = "spilled" };
        for (var tries = 0; tries < maxTries; tries++)
        {
            if (await TryAsync(() => cafe.CallAsync("RefundOrder", call)) is { FunctionError: null })
                return;
        }
    }

    /// <summary>A person who gives the money of the refund under way back by hand says so, every half minute until that is taken.</summary>
    public async Task SettleByHandAsync()
    {
        var call = new JsonObject { ["orderId"] = (string?)OrderId, ["as"] = SettledAs.Refunded, ["by"] = "operator", ["why"] = "given back in cash" };
        for (var step = 0; step < MaxSteps && await cafe.Orders.FindAsync(OrderId!) is { OpenRefund: not null }; step++)
        {
            await TryAsync(() => cafe.CallAsync("SettleOrder", call));
            await WaitAsync(SettleAgainAfter);
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
        var fault = new JsonObject { ["orderId"] = (string?)OrderId, ["operation"] = operation, ["kind"] = kind };
        if (amountWon is not null)
            fault["amountWon"] = amountWon;
        return cafe.Cafe.AddFaultAsync(fault);
    }

    /// <summary>Gives KakaoPay a bad day, unless the simulator is not reached.</summary>
    /// <param name="fault">A fault as the simulator's API takes it.</param>
    public Task AddFaultAsync(JsonObject fault) => TryAsync(async () =>
    {
        await cafe.Cafe.AddFaultAsync(fault);
        return fault;
    });

    /// <summary>From now on KakaoPay refuses each cancel of the order.</summary>
    public Task RefuseCancelsAsync() => AddFaultAsync(new JsonObject
    {
        ["orderId"] = (string?)OrderId,
        ["operation"] = "Cancel",
        ["kind"] = "Refuse",
        ["errorCode"] = KakaoPayErrorCode.CancelFailed,
        ["always"] = true,
    });

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
    /// Lets time go by until the order has ended, everything is still, and the reconciler is done with it: the customer reloads
    /// the page now and then, and a person resumes an order in REVIEW.
    /// </summary>
    /// <returns>The order; null when there never was one.</returns>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public async Task<Order?> EndAsync(bool reloads)
    {
        var (reloaded, lastReload) = (0, cafe.Time.GetUtcNow());
        Order? order = null;
        long? seen = null;
        for (var step = 0; step < MaxSteps; step++)
        {
            await LookAsync();
            if (order is null or { OpenStatus: null } && await cafe.IsAtRestAsync() && await cafe.IsUnattendedAsync(OrderId!))
                return order;
            if (reloads && order is { IsOpen: true } || !await SleepAsync(order))
                await cafe.StepAsync();
            await LookAsync();
            if (order is { ReviewToken: not null } && cafe.Host.StepFunctions.Engine.RunningCount > 0)
            {
                await ResumeAsync(order);
                seen = null;
            }
            if (reloads && order is { IsOpen: true } && reloaded < MaxReloads && cafe.Time.GetUtcNow() - lastReload > ReloadAfter && PayLink is not null)
            {
                (reloaded, lastReload) = (reloaded + 1, cafe.Time.GetUtcNow());
                await BrowseAsync(PayLink);
            }
        }
        throw new TimeoutException($"Order {OrderId} does not end.");

        // Only a call of a function, or a resume, changes the order.
        async Task LookAsync()
        {
            if (cafe.Injector.Moves is var moves && moves == seen)
                return;
            seen = moves;
            order = await cafe.Orders.FindAsync(OrderId!);
        }
    }

    /// <summary>
    /// Sleeps through the time in which the reconciler would look in vain, each minute: most of a run's calls. That is while
    /// KakaoPay's time for an approval goes by, before the order's end or after it. The first and the last looks stay.
    /// </summary>
    private async Task<bool> SleepAsync(Order? order)
    {
        if (cafe.Injector is not { LateIndex: null, Run.HasCallsUnderWay: false } || SleepFor(order) is not { } span)
            return false;
        var (now, wake) = (cafe.Time.GetUtcNow(), order!.StatusSince + span - AwakeBeforeAndAfter);
        return now >= order.StatusSince + AwakeBeforeAndAfter && now < wake && await cafe.TrySleepAsync(wake);
    }

    private static TimeSpan? SleepFor(Order? order) => order switch
    {
        { OpenStatus: OpenMark.MoneyUnchecked, ReviewToken: null } => PaymentTerms.ApprovalWindow + PaymentTerms.Grace,
        { OpenStatus: OrderStatus.AwaitingPayment, TaskToken: not null, CallbackKind: null, WithdrawnAt: null } =>
            PaymentTerms.ApprovalWindow - AwakeBeforeAndAfter,
        _ => null,
    };

    private async Task ResumeAsync(Order order)
    {
        if (Resumes == MaxResumes)
            throw new TimeoutException($"Order {OrderId} stays in REVIEW: {order.FailedStep}, {order.Failure}.");
        try
        {
            if (await cafe.DriveAsync(cafe.Cafe.Resume.RunAsync(OrderId!, "matrix", "The fault is over.")) is { Outcome: ResumeOutcome.Resumed })
                Resumes++;
        }
        catch (Exception error) when (error is AmazonClientException or HttpRequestException or ObjectDisposedException or OperationCanceledException)
        {
            // The host was killed meanwhile; the next look comes.
        }
    }

    private Task PauseAsync() => movesClock ? cafe.StepAsync() : Task.Delay(LookAgainAfter, cafe.Time);

    private async Task<bool> IsEndedAsync() => await cafe.Orders.FindAsync(OrderId!) is { IsOpen: false };

    private async Task<T?> TryAsync<T>(Func<Task<T>> action)
        where T : class
    {
        try
        {
            var answer = await (movesClock ? cafe.DriveAsync(action()) : cafe.BusyAsync(action));
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
