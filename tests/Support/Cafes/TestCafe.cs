using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Menu;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>
/// A café of its own for each test: a table on the real DynamoDB server, KakaoPay's simulator and SQS over HTTP, a recorder in the
/// place of Step Functions, a clock that the test moves, and the functions' own composition root on top.
/// </summary>
internal sealed class TestCafe : IAsyncDisposable
{
    public static readonly DateTimeOffset Opening = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly MenuItem Americano = new("americano", "아메리카노", 4_500, SoldOut: false);
    public static readonly MenuItem Latte = new("latte", "카페라떼", 5_050, SoldOut: false);
    public static readonly MenuItem Cake = new("cake", "당근 케이크", 6_800, SoldOut: true);

    private static readonly SocketsHttpHandler DynamoDbNetwork = new();

    private readonly Lazy<Task<LocalServices>> _services;

    private TestCafe(TestTable table)
    {
        Table = table;
        KakaoPayTime = Time;
        Variables = TestSettings.Variables(table);
        _services = new Lazy<Task<LocalServices>>(() => LocalServices.StartAsync(StepFunctions, Time, KakaoPayTime));
        DynamoDbWire = new Wire(DynamoDbNetwork);
        KakaoPayWire = new Wire(new LateHandler(ServicesAsync));
        AwsWire = new Wire(new LateHandler(ServicesAsync));
        Environment = new FunctionEnvironment(
            name => Variables.GetValueOrDefault(name), Time, new SeededRandomSource(1).Fill,
            service => service switch
            {
                "dynamodb" => DynamoDbWire,
                "kakaopay" => KakaoPayWire,
                _ => AwsWire,
            });
        Services = new FunctionServices(Environment, new LambdaSerializer());
        Stories = new OrderStories(this);
        Books = new CafeBooks(this);
    }

    public TestTable Table { get; }

    public FakeTimeProvider Time { get; } = new(Opening);

    /// <summary>KakaoPay's clock, as it is when the first payment begins: the café's, unless a test puts one that stands still.</summary>
    public FakeTimeProvider KakaoPayTime { get; set; }

    /// <summary>What the functions read as their environment.</summary>
    public Dictionary<string, string> Variables { get; }

    public FunctionEnvironment Environment { get; }

    public FunctionServices Services { get; private set; }

    public RecordedStepFunctions StepFunctions { get; } = new();

    public Wire DynamoDbWire { get; }

    public Wire KakaoPayWire { get; }

    /// <summary>SQS and Step Functions.</summary>
    public Wire AwsWire { get; }

    public TestSteps Steps => new(Services);

    public OrderStories Stories { get; }

    public CafeBooks Books { get; }

    public static async Task<TestCafe> OpenAsync(DynoxideServer server, CancellationToken cancellationToken)
    {
        var cafe = new TestCafe(await server.NewTableAsync(cancellationToken));
        foreach (var item in new[] { Americano, Latte, Cake })
            await cafe.Services.Menu.PutAsync(item);
        return cafe;
    }

    public Task<LocalServices> ServicesAsync() => _services.Value;

    /// <summary>Starts the functions anew, so that they take what has changed in <see cref="Variables"/>.</summary>
    public void Restart() => Services = new FunctionServices(Environment, new LambdaSerializer());

    /// <summary>A bad day at KakaoPay.</summary>
    public async Task FaultAsync(FaultOperation operation, FaultKind kind, Func<Fault, Fault>? more = null)
    {
        var fault = new Fault { Operation = operation, Kind = kind };
        await (await ServicesAsync()).KakaoPay.Faults.AddAsync(more is null ? fault : more(fault));
    }

    /// <summary>KakaoPay is as it should be again.</summary>
    public async Task ClearFaultsAsync() => await (await ServicesAsync()).KakaoPay.Faults.ClearAsync();

    /// <summary>The messages that arrived on the callback queue and were not read before.</summary>
    public async Task<IReadOnlyList<string>> CallbacksAsync()
    {
        if (!_services.IsValueCreated)
            return [];
        var queue = (await ServicesAsync()).Sqs.Messages;
        var messages = await queue.ReceiveAsync(
            TestSettings.CallbackQueue, new ReceiveRequest { MaxMessages = 10, Wait = TimeSpan.Zero }, CancellationToken.None);
        await queue.DeleteAsync(TestSettings.CallbackQueue, [.. messages.Select(message => message.ReceiptHandle)]);
        return [.. messages.Select(message => message.Content.Body)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_services.IsValueCreated)
            await (await _services.Value).DisposeAsync();
        await Table.DisposeAsync();
    }
}
