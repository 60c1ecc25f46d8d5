using KakaoWorkflow.Emulator.Sqs;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Emulator.Sqs.Protocol;
using KakaoWorkflow.Emulator.Sqs.Storage;
using KakaoWorkflow.Emulator.Storage;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Emulator.Sqs;

/// <summary>Queues on a real database in a folder of their own, with a clock that the test moves.</summary>
public sealed class SqsFixture : IAsyncDisposable
{
    public const string Account = "000000000000";
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;
    private LocalDatabase? _database;

    private SqsFixture()
    {
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    internal SqsService Service { get; private set; } = null!;

    internal SqsApi Api { get; private set; } = null!;

    public int MaxInFlight { get; private init; } = SqsLimits.InFlightMessages;

    public long MaxCachedContentBytes { get; private init; } = 64L * 1024 * 1024;

    /// <summary>SQL beside the schema, for triggers that refuse writes.</summary>
    public string ExtraSchema { get; private init; } = "SELECT 1";

    public static async Task<SqsFixture> OpenAsync(
        int maxInFlight = SqsLimits.InFlightMessages, long maxCachedContentBytes = 64L * 1024 * 1024, string extraSchema = "SELECT 1")
    {
        var fixture = new SqsFixture
        {
            MaxInFlight = maxInFlight,
            MaxCachedContentBytes = maxCachedContentBytes,
            ExtraSchema = extraSchema,
        };
        await fixture.StartAsync();
        return fixture;
    }

    /// <summary>Closes everything and reads it back from disk.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task<JsonObject> CallAsync(string operation, JsonObject request) =>
        await Api.InvokeAsync(operation, request, TestContext.Current.CancellationToken);

    internal async Task<AwsJsonException> RefusedAsync(string operation, JsonObject request) =>
        await Should.ThrowAsync<AwsJsonException>(() => CallAsync(operation, request));

    /// <summary>Creates a queue and returns its name.</summary>
    public async Task<string> QueueAsync(string name, params (string Name, string Value)[] attributes)
    {
        var all = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value);
        if (name.EndsWith(".fifo", StringComparison.Ordinal))
            all["FifoQueue"] = "true";
        await Service.Queues.CreateAsync(name, all, new Dictionary<string, string>());
        return name;
    }

    internal Task<SentMessage> SendAsync(string queue, string body, string? group = null, string? deduplication = null, int? delay = null) =>
        Service.Messages.SendAsync(
            queue, new OutgoingMessage(body) { GroupId = group, DeduplicationId = deduplication, DelaySeconds = delay });

    internal Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int most = 10, int? visibility = null, double waitSeconds = 0, string? attempt = null) =>
        Service.Messages.ReceiveAsync(
            queue,
            new ReceiveRequest
            {
                MaxMessages = most,
                VisibilityTimeoutSeconds = visibility,
                Wait = TimeSpan.FromSeconds(waitSeconds),
                AttemptId = attempt,
            },
            TestContext.Current.CancellationToken);

    public async Task<string[]> BodiesAsync(string queue, int most = 10) =>
        [.. (await ReceiveAsync(queue, most)).Select(message => message.Content.Body)];

    internal async Task<AwsJsonException?> DeleteAsync(string queue, ReceivedMessage message) =>
        (await Service.Messages.DeleteAsync(queue, [message.ReceiptHandle]))[0];

    public async Task<(int Visible, int InFlight, int Delayed)> CountsAsync(string queue)
    {
        var counts = (await Service.Queues.DescribeAsync(queue)).Counts;
        return (counts.Visible, counts.InFlight, counts.Delayed);
    }

    public static string Url(string queue) => $"http://127.0.0.1:4566/{Account}/{queue}";

    public static string Arn(string queue) => $"arn:aws:sqs:ap-northeast-2:{Account}:{queue}";

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        _database = LocalDatabase.Open(Path.Combine(_folder, "local.db"), SqsSchema.Sql, ExtraSchema);
        var options = new SqsOptions
        {
            Region = "ap-northeast-2",
            AccountId = Account,
            BaseUrl = new Uri("http://127.0.0.1:4566"),
            MaxInFlightMessages = MaxInFlight,
            MaxCachedContentBytes = MaxCachedContentBytes,
        };
        Service = await SqsService.OpenAsync(_database, options, Time, new SystemRandomSource(), NullLogger<SqsService>.Instance);
        Api = new SqsApi(Service);
    }

    private async Task StopAsync()
    {
        await Service.DisposeAsync();
        await _database!.DisposeAsync();
    }
}
