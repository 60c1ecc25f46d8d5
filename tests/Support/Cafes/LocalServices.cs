using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Emulator.Sqs;
using KakaoWorkflow.Emulator.Sqs.Protocol;
using KakaoWorkflow.Emulator.Sqs.Storage;
using KakaoWorkflow.Emulator.Storage;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using KakaoWorkflow.Tests.Support.Machine;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>Queues and KakaoPay of one test, behind real HTTP on a free port.</summary>
internal sealed class LocalServices : IAsyncDisposable
{
    private readonly string _folder;
    private readonly LocalDatabase _database;
    private readonly LoopbackServer _server;

    private LocalServices(string folder, LocalDatabase database, SqsService sqs, KakaoPaySimulator kakaoPay, LoopbackServer server)
    {
        (_folder, _database, _server) = (folder, database, server);
        (Sqs, KakaoPay) = (sqs, kakaoPay);
    }

    public SqsService Sqs { get; }

    public KakaoPaySimulator KakaoPay { get; }

    public Uri Address => _server.Address;

    public static async Task<LocalServices> StartAsync(RecordedStepFunctions stepFunctions, TimeProvider time, TimeProvider kakaoPayTime)
    {
        var folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;
        var database = LocalDatabase.Open(Path.Combine(folder, "local.db"), SqsSchema.Sql, KakaoPaySimulator.Schema);
        var random = new SystemRandomSource();
        var port = ReservedPort.Any();
        var sqs = await SqsService.OpenAsync(
            database,
            new SqsOptions { Region = Deployed.Region, AccountId = "000000000000", BaseUrl = port.Address },
            time, random, NullLogger<SqsService>.Instance);
        await sqs.Queues.CreateAsync(TestSettings.CallbackQueue, new Dictionary<string, string>(), new Dictionary<string, string>());
        var kakaoPay = await KakaoPaySimulator.OpenAsync(
            database,
            new KakaoPaySimulatorOptions { SecretKey = new Credential(TestSettings.KakaoPayKey), HoldSeconds = 0 },
            kakaoPayTime, random, NullLogger<KakaoPaySimulator>.Instance);
        var json = new AwsJsonEndpoint([new SqsApi(sqs), stepFunctions], random, NullLogger<AwsJsonEndpoint>.Instance);
        var server = await LoopbackServer.StartAsync(
            port,
            application =>
            {
                application.MapPost("/", json.HandleAsync);
                application.MapKakaoPay(kakaoPay);
            },
            NullLoggerFactory.Instance);
        return new LocalServices(folder, database, sqs, kakaoPay, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Sqs.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
