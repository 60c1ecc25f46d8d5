using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Storage;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Local.KakaoPay.Payments;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Support.KakaoPay;

/// <summary>
/// The simulator on a free port, a client for it, and a customer. Both clocks stand still until a test moves them.
/// </summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    public const string Key = "DEVKEYDEVKEYDEVKEYDEVKEYDEVKEYDEVKEY0001";

    private readonly WebApplication _application;
    private readonly LocalDatabase _database;

    private SimulatorHost(
        WebApplication application,
        LocalDatabase database,
        KakaoPaySimulator simulator,
        SteppingTime time,
        RecordedLogs logs)
    {
        (_application, _database, Simulator, Time, Logs) = (application, database, simulator, time, logs);
        Address = new Uri(application.Urls.Single());
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        Client = ClientWith(Options);
        Customer = new SimulatedCustomer(Http);
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public KakaoPayClient Client { get; }

    internal SimulatedCustomer Customer { get; }

    internal KakaoPaySimulator Simulator { get; }

    public SteppingTime Time { get; }

    public FakeTimeProvider ClientTime { get; } = new();

    public RecordedLogs Logs { get; }

    public KakaoPayOptions Options =>
        new() { BaseUrl = Address, Cid = KakaoPayOptions.TestCid, SecretKey = new KakaoPaySecret(Key) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<SimulatorHost> StartAsync(
        string folder,
        Func<KakaoPaySimulatorOptions, KakaoPaySimulatorOptions>? configure = null,
        SteppingTime? time = null,
        ulong seed = 1)
    {
        time ??= new SteppingTime(new DateTimeOffset(2026, 1, 31, 14, 59, 59, TimeSpan.Zero));
        var logs = new RecordedLogs();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        var application = builder.Build();

        var options = new KakaoPaySimulatorOptions { SecretKey = new Credential(Key) };
        var database = LocalDatabase.Open(Path.Combine(folder, "local.db"), KakaoPaySimulator.Schema);
        var simulator = await KakaoPaySimulator.OpenAsync(
            database,
            configure?.Invoke(options) ?? options,
            time,
            new SeededRandomSource(seed),
            (ILogger<KakaoPaySimulator>)application.Services.GetService(typeof(ILogger<KakaoPaySimulator>))!);
        application.MapKakaoPay(simulator);
        await application.StartAsync(Cancellation);
        return new SimulatorHost(application, database, simulator, time, logs);
    }

    public KakaoPayClient ClientWith(KakaoPayOptions options) => new(Http, options, ClientTime);

    public static ReadyRequest ReadyFor(string orderId, long won = 9000) => new()
    {
        PartnerOrderId = orderId,
        PartnerUserId = "member-1",
        ItemName = "아메리카노 <2잔>",
        ItemCode = "AM",
        Quantity = 2,
        TotalWon = won,
        TaxFreeWon = 0,
        ApprovalUrl = new Uri($"https://cafe.example/pay/{orderId}/approved?sig=1"),
        CancelUrl = new Uri($"https://cafe.example/pay/{orderId}/cancelled"),
        FailUrl = new Uri($"https://cafe.example/pay/{orderId}/failed"),
    };

    public Task<ReadyResponse> ReadyAsync(string orderId, long won = 9000) =>
        Client.ReadyAsync(ReadyFor(orderId, won), Cancellation);

    /// <summary>Prepares a payment and has the customer authenticate; the answer is the approval that is due.</summary>
    public async Task<ApproveRequest> AuthenticateAsync(string orderId, long won = 9000, string method = "MONEY")
    {
        var ready = await ReadyAsync(orderId, won);
        var location = await Customer.PayAsync(ready.MobileUrl, Cancellation, method);
        return new ApproveRequest
        {
            Tid = ready.Tid,
            PartnerOrderId = orderId,
            PartnerUserId = "member-1",
            PgToken = new PgToken(location.Query.Split("pg_token=")[1]),
        };
    }

    /// <summary>A paid order's transaction id.</summary>
    public async Task<string> PayAsync(string orderId, long won = 9000)
    {
        var approve = await AuthenticateAsync(orderId, won);
        return (await Client.ApproveAsync(approve, Cancellation)).Tid;
    }

    public async Task<PaymentStatus> StatusAsync(string tid) => (await Client.OrderAsync(tid, Cancellation)).Status;

    internal async Task<PaymentEntry> EntryAsync(string orderId)
    {
        var page = await Simulator.Payments.ReadPageAsync(orderId);
        return page.Payments.ShouldHaveSingleItem();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        await _database.DisposeAsync();
    }
}
