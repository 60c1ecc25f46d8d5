using Amazon.DynamoDBv2;
using Amazon.StepFunctions;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Invariants;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Members;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Reports;
using KakaoWorkflow.Review;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Settlement;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Clocks;
using KakaoWorkflow.Tests.Support.KakaoPay;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Support.Recovery;

/// <summary>A café whose steps a test calls one by one, on a real table and the KakaoPay simulator.</summary>
public sealed class RecoveryCafe : IAsyncDisposable
{
    private static readonly PayLinks Links = new(
        "https://cafe.example", PayLinkKeys.Parse(Convert.ToBase64String(new byte[32])));

    private readonly string _folder;
    private readonly AmazonDynamoDBClient _dynamoDb;
    private readonly AmazonStepFunctionsClient _stepFunctions;
    private int _orders;

    private RecoveryCafe(string folder, SimulatorHost kakaoPay, AmazonDynamoDBClient dynamoDb, string tableName, PricingRules rules)
    {
        (_folder, Host, _dynamoDb, Rules) = (folder, kakaoPay, dynamoDb, rules);
        Table = new OrderTable(dynamoDb, tableName, RealTime.Clock);
        _stepFunctions = Executions.CreateClient();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));

    public SimulatorHost Host { get; }

    public IPaymentGateway KakaoPay => new KakaoPayGateway(Host.Client);

    public ExecutionsStub Executions { get; } = new();

    public SentCallbacks Callbacks { get; } = new();

    public OrderTable Table { get; }

    public PricingRules Rules { get; }

    public OrderRecords Orders => new(Table);

    public Accounts Accounts => new(Table, Time);

    public Ledger Ledger => new(Table, Time);

    public OrderBoard Board => new(Table);

    public MoveOrder Move => new(Table, Time);

    public RequestRefund Request => new(Table, Time);

    public CarryOnRefund CarryOn => new(Table, KakaoPay, Time);

    public RefundOrder Refund => new(Table, KakaoPay, Time);

    public SettleOrder Settle => new(
        Table, KakaoPay, new OrderExecutions(_stepFunctions, ExecutionsStub.StateMachineArn), new ResumeOrder(Table, _stepFunctions, Time),
        new CommitOrder(Table, Rules, Time), new SettleRefund(Table, CarryOn, Time), Time);

    public ReportDay Report => new(Table, KakaoPay, Time);

    public AttentionRecords Attention => new(Table, Time);

    public AwaitOperator AwaitOperator => new(Table, Time);

    public ResumeOrder Resume => new(Table, _stepFunctions, Time);

    /// <summary>The report of a day, with all the time that it needs.</summary>
    public Task<DailyReport> ReportAsync(BookDay day) => Report.RunAsync(day, DateTimeOffset.MaxValue, Token);

    /// <summary>What waits for a person, as kind and subject.</summary>
    public async Task<IReadOnlyList<string>> MattersAsync() =>
        [.. (await Attention.ListAsync(Token)).Records.Select(record => $"{record.Kind} {record.Subject}")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RecoveryCafe> OpenAsync(TableServer server, PricingRules? rules = null)
    {
        var folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;
        var cafe = new RecoveryCafe(
            folder, await SimulatorHost.StartAsync(folder), server.Client, await server.NewTableAsync(), rules ?? new PricingRules());
        foreach (var item in TestMenu.Items)
            await new MenuBoard(cafe.Table, cafe.Time).PutAsync(item);
        return cafe;
    }

    public ReconcileOrders Reconcile(ReconcileRules? rules = null)
    {
        rules ??= new ReconcileRules();
        return new ReconcileOrders(Table, Repair(rules), new OrderMatters(Table, Time), rules, Time);
    }

    /// <summary>The reconciler's look at one order, to which a late index may lead it at any time.</summary>
    public ReconcileOrder Repair(ReconcileRules rules)
    {
        var executions = new OrderExecutions(_stepFunctions, ExecutionsStub.StateMachineArn);
        return new ReconcileOrder(
            Orders, executions, Callbacks, CarryOn, new AbandonedOrder(Table, KakaoPay, Time),
            new OrderInReview(Table, Orders, executions, Resume, rules, Time), Board, rules, Time);
    }

    /// <summary>Makes somebody a member, with points.</summary>
    public async Task<string> MemberAsync(string name = "member", long points = 0)
    {
        await Accounts.SignUpAsync(name, "customer-of-" + name, PhoneNumber.Parse("010-5550-1234"));
        if (points > 0)
            (await Ledger.GrantAsync(name, "welcome", points)).ShouldBeTrue();
        return name;
    }

    /// <summary>An order whose points are held.</summary>
    public async Task<(OrderId OrderId, OrderQuote Quote)> ReservedAsync(string member, long points, params OrderLine[] lines)
    {
        var orderId = OrderId.Parse($"1123-{++_orders:D4}");
        var now = Time.GetUtcNow();
        var sheet = new OrderSheet(
            orderId, member, "customer-of-" + member, "1234", lines, points, lines.Sum(line => line.TotalWon) - points, now, now.AddMinutes(10));
        await Table.PutAsync(new() { Item = sheet.ToItem() }, Token);
        var quote = await new QuoteOrder(Table, new MenuBoard(Table, Time), Rules, Time).RunAsync(orderId);
        await new ReservePoints(Table, Time).RunAsync(orderId);
        Executions.Running(orderId);
        return (orderId, quote);
    }

    /// <summary>An order whose pay link works.</summary>
    public async Task<(OrderId OrderId, OrderQuote Quote, PreparedPayment Payment)> AwaitingAsync(string member, long points, params OrderLine[] lines)
    {
        var (orderId, quote) = await ReservedAsync(member, points, lines);
        var payment = await new PreparePayment(KakaoPay, Links, Time).RunAsync(orderId, quote, Token);
        await new AwaitApproval(Table, Callbacks, Time).RunAsync(orderId, payment, new("task-token"), Token);
        return (orderId, quote, payment);
    }

    /// <summary>An order whose customer has agreed at KakaoPay; nothing is captured.</summary>
    public async Task<(OrderId OrderId, OrderQuote Quote, string Tid)> AgreedAsync(string member, long points, params OrderLine[] lines)
    {
        var (orderId, quote, payment) = await AwaitingAsync(member, points, lines);
        var location = await Host.Customer.PayAsync(new Uri(payment.RedirectMobileUrl), Token);
        await new ParkCallback(Table, Callbacks, Time).ApproveAsync(orderId, new PgToken(location.Query.Split("pg_token=")[1]), Token);
        Callbacks.Messages.Clear();
        return (orderId, quote, payment.Tid);
    }

    /// <summary>Takes the money of an order whose customer has agreed.</summary>
    public Task<ApprovedPayment> CaptureAsync(OrderId orderId, OrderQuote quote, string tid) =>
        new ApprovePayment(Table, KakaoPay).RunAsync(orderId, quote, tid, mayHaveBeenSent: false, Token);

    /// <summary>An approval that was on its way all the time takes effect.</summary>
    public Task CaptureLateAsync(OrderId orderId, OrderQuote quote, string tid, Credential pgToken) => KakaoPay.ApproveAsync(
        new ApprovalRequest(new PaymentReference(tid), orderId, quote.MemberId, new PgToken(pgToken.Reveal()), quote.AmountDueWon), Token);

    /// <summary>Somebody cancels in KakaoPay's own pages.</summary>
    public Task CancelElsewhereAsync(Order order, long won) =>
        Host.Client.CancelAsync(new() { Tid = order.Tid!, CancelWon = won, CancelTaxFreeWon = 0 }, Token);

    /// <summary>A paid order.</summary>
    public async Task<Order> PaidAsync(string member, long points, params OrderLine[] lines)
    {
        OrderId orderId;
        string? aid = null;
        if (lines.Sum(line => line.TotalWon) == points)
        {
            (orderId, _) = await ReservedAsync(member, points, lines);
        }
        else
        {
            (orderId, var quote, var tid) = await AgreedAsync(member, points, lines);
            aid = (await CaptureAsync(orderId, quote, tid)).Aid;
        }
        await CommitAsync(orderId, aid);
        return await Orders.GetAsync(orderId, Token);
    }

    /// <summary>Commits an order, as its execution would; without an approval where points pay in full.</summary>
    public async Task CommitAsync(OrderId orderId, string? aid = null)
    {
        await new CommitOrder(Table, Rules, Time).RunAsync(orderId, aid);
        Executions.Succeeded(orderId, OrderStatus.Paid);
    }

    /// <summary>Ends an order without a sale, as its execution would.</summary>
    public async Task ReleaseAsync(OrderId orderId, string ending)
    {
        await new ReleasePoints(Table, Time).RunAsync(orderId, ending);
        Executions.Succeeded(orderId, ending);
    }

    /// <summary>What KakaoPay has of an order.</summary>
    public async Task<long> KeptWonAsync(OrderId orderId) =>
        await Host.EntryAsync(orderId) is var entry ? entry.CapturedWon - entry.CancelledWon : 0;

    /// <summary>The kinds of what waits for a person.</summary>
    public async Task<List<string>> AttentionAsync() =>
        [.. (await new AttentionRecords(Table, Time).ListAsync(Token)).Records.Select(record => record.Kind)];

    /// <summary>Everything must be as it always is.</summary>
    public async Task CheckAsync() => InvariantChecker.Check(await SnapshotAsync()).ShouldBeEmpty();

    /// <summary>Everything that is there.</summary>
    public Task<Snapshot> SnapshotAsync() =>
        new SnapshotReader(_dynamoDb, Table.Name, KakaoPay, _stepFunctions, ExecutionsStub.StateMachineArn).ReadAsync(Token);

    public async ValueTask DisposeAsync()
    {
        _stepFunctions.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
