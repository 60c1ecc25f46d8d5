using System.Text.Json.Nodes;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.StepFunctions;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Board;
using KakaoWorkflow.Invariants;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Members;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Review;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Local.Demo;

/// <summary>A running café as the demo uses it: over HTTP, like everybody else.</summary>
internal sealed class Cafe : IDisposable
{
    private const string LocalCredential = "local";

    private readonly AmazonDynamoDBClient _dynamoDb;
    private readonly AmazonStepFunctionsClient _stepFunctions;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Takes the addresses.</summary>
    /// <param name="addresses">Where the café is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="maxRetries">How often a call to DynamoDB or Step Functions that failed is repeated; null for the clients' own number.</param>
    /// <param name="gateway">Who knows its payments; null for KakaoPay at its address.</param>
    public Cafe(CafeAddresses addresses, TimeProvider time, int? maxRetries = null, IPaymentGateway? gateway = null)
    {
        (Addresses, Time) = (addresses, time);
        var credentials = new BasicAWSCredentials(LocalCredential, LocalCredential);
        _dynamoDb = new(credentials, Configure(new AmazonDynamoDBConfig(), maxRetries));
        _stepFunctions = new(credentials, Configure(new AmazonStepFunctionsConfig(), maxRetries));
        Table = new OrderTable(_dynamoDb, addresses.TableName, time);
        Snapshots = new SnapshotReader(
            _dynamoDb, addresses.TableName, gateway ?? KakaoPay(), _stepFunctions, addresses.StateMachineArn);
    }

    /// <summary>Where it is.</summary>
    public CafeAddresses Addresses { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Sends without following redirects.</summary>
    public HttpClient Http => _http;

    /// <summary>The table.</summary>
    public OrderTable Table { get; }

    /// <summary>Orders.</summary>
    public OrderRecords Orders => new(Table);

    /// <summary>Members.</summary>
    public Accounts Accounts => new(Table, Time);

    /// <summary>Points.</summary>
    public Ledger Ledger => new(Table, Time);

    /// <summary>The menu.</summary>
    public MenuBoard Menu => new(Table, Time);

    /// <summary>What waits for a person.</summary>
    public AttentionRecords Attention => new(Table, Time);

    /// <summary>The operator's hand.</summary>
    public ResumeOrder Resume => new(Table, _stepFunctions, Time);

    /// <summary>The barista's hand.</summary>
    public MoveOrder Barista => new(Table, Time);

    /// <summary>Step Functions.</summary>
    public IAmazonStepFunctions StepFunctions => _stepFunctions;

    /// <summary>For the invariant check.</summary>
    public SnapshotReader Snapshots { get; }

    /// <summary>A customer with a browser.</summary>
    public SimulatedCustomer Browser => new(_http);

    /// <summary>Makes member ids.</summary>
    public MemberIdHasher MemberIds => new(SigningKey.Parse(Addresses.MemberIdKey));

    /// <summary>Gives KakaoPay a bad day.</summary>
    /// <param name="fault">A fault as the simulator's API takes it.</param>
    public async Task AddFaultAsync(JsonObject fault)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(Addresses.KakaoPay, "/simulator/faults"), fault);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Whether KakaoPay's bad days have all struck.</summary>
    public async Task<bool> FaultsAreOverAsync() =>
        (await _http.GetStringAsync(new Uri(Addresses.KakaoPay, "/simulator/faults"))) is var text
        && JsonNode.Parse(text) is { } node && (node as JsonArray ?? node["faults"] as JsonArray)?.Count == 0;

    /// <summary>Holds a function back: every call of it is throttled until <see cref="LetGoAsync"/>.</summary>
    public async Task HoldBackAsync(string function)
    {
        using var answer = await _http.PutAsJsonAsync(ConcurrencyOf(function), new JsonObject { ["ReservedConcurrentExecutions"] = 0 });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Lets a function run again.</summary>
    public async Task LetGoAsync(string function)
    {
        using var answer = await _http.DeleteAsync(ConcurrencyOf(function));
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _dynamoDb.Dispose();
        _stepFunctions.Dispose();
        _http.Dispose();
    }

    private KakaoPayGateway KakaoPay() => new(new KakaoPayClient(
        _http,
        new KakaoPayOptions
        {
            BaseUrl = Addresses.KakaoPay,
            Cid = KakaoPayOptions.TestCid,
            SecretKey = new KakaoPaySecret(Addresses.KakaoPayKey),
        },
        Time));

    private Uri ConcurrencyOf(string function) =>
        new(Addresses.Aws, $"/2017-10-31/functions/{Addresses.StackName}-{function}/concurrency");

    private TConfig Configure<TConfig>(TConfig config, int? maxRetries)
        where TConfig : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(Addresses.Region);
        config.ServiceURL = Addresses.Aws.ToString();
        config.AuthenticationRegion = Addresses.Region;
        if (maxRetries is { } retries)
            config.MaxErrorRetry = retries;
        return config;
    }
}
