using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Board;
using KakaoWorkflow.Emulator.Clocks;
using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Proof.Injection;
using KakaoWorkflow.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace KakaoWorkflow.Proof.Play;

/// <summary>The whole café in this process, on virtual time, with a host that can be killed and started again.</summary>
internal sealed class VirtualCafe : IAsyncDisposable
{
    private const int MaxSteps = 20_000;
    private const int MaxRunSteps = 1_000_000;
    private const int MaxMarked = 1_000;
    private const int LooksWhenIdle = 2;
    private const int LooksWhenBusy = 15;
    private const int LooksWhenCalling = 300;

    private static readonly IReadOnlyList<string> Marks = [.. OrderStatus.Open, OpenMark.Refunding, OpenMark.MoneyUnchecked, OpenMark.Unannounced];
    private static readonly DateTimeOffset Opening = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(9));
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongStep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortStep = TimeSpan.FromMilliseconds(100);

    private readonly ScratchFolder _folder = ScratchFolder.Create("kakaoworkflow-faults-");
    private readonly SemaphoreSlim _restarting = new(1, 1);
    private readonly TimeProvider _clock;
    private readonly ILoggerFactory _loggers;
    private readonly IRandomSource _random;
    private Dynoxide? _dynamoDb;
    private AmazonDynamoDBClient? _client;
    private OrderTable? _table;
    private HostLife _life = new();
    private int _busyCustomers;
    private int _hangingCalls;
    private int _busySteps;

    private VirtualCafe(TimeProvider clock, ulong seed, ILoggerFactory loggers) =>
        (_clock, _random, _loggers) = (clock, new SeededRandomSource(seed), loggers);

    public VirtualTime Time { get; } = new(Opening);

    public FaultInjector Injector { get; } = new();

    /// <summary>How often the host was killed.</summary>
    public int Kills { get; private set; }

    public LocalHost Host { get; private set; } = null!;

    public Cafe Cafe { get; private set; } = null!;

    /// <summary>Opens a café with the sample menu.</summary>
    /// <param name="clock">The machine's own clock: for looking whether something moves, and for the DynamoDB server.</param>
    /// <param name="seed">Of the café's randomness.</param>
    /// <param name="loggers">Where it logs; null for nowhere.</param>
    /// <param name="indexLag">How late the table's indexes are; null when they are not.</param>
    public static async Task<VirtualCafe> OpenAsync(
        TimeProvider clock, ulong seed = 1, ILoggerFactory? loggers = null, TimeSpan? indexLag = null)
    {
        var cafe = new VirtualCafe(clock, seed, loggers ?? NullLoggerFactory.Instance);
        try
        {
            cafe._dynamoDb = await Dynoxide.StartAsync(
                Dynoxide.DefaultProgram, Path.Combine(cafe._folder.FullPath, "dynamodb.db"), clock, NullLogger.Instance);
            await cafe.StartHostAsync();
            await cafe.Host.Sqs.Queues.CreateAsync(FaultInjector.BlackHole, new Dictionary<string, string>(), new Dictionary<string, string>());
            cafe._client = cafe.Host.CreateDynamoDbClient();
            cafe._table = new OrderTable(cafe._client, cafe.Cafe.Addresses.TableName, cafe.Time);
            foreach (var item in SampleMenu.Items)
                await cafe.Cafe.Menu.PutAsync(item);
            if (indexLag is { } lag)
                cafe.Injector.LateIndex = await LateIndex.OpenAsync(cafe._client, cafe.Host.Stack.Tables.Single(), lag, cafe.Time, clock);
            return cafe;
        }
        catch
        {
            await cafe.DisposeAsync();
            throw;
        }
    }

    /// <summary>Orders, read past the host, which may be dead.</summary>
    public OrderRecords Orders => new(_table!);

    /// <summary>Members, likewise.</summary>
    public Accounts Accounts => new(_table!, Time);

    /// <summary>Points, likewise.</summary>
    public Ledger Ledger => new(_table!, Time);

    /// <summary>The barista's hand, likewise.</summary>
    public MoveOrder Barista => new(_table!, Time);

    /// <summary>Orders at which the reconciler or a person still has to look, by their marks in the index.</summary>
    public async Task<IReadOnlyList<Order>> MarkedOrdersAsync() => [.. (await Task.WhenAll(Marks.Select(MarkedAsync))).SelectMany(orders => orders)];

    /// <summary>The matters that wait for a person.</summary>
    public async Task<IReadOnlyList<AttentionRecord>> MattersAsync() => (await new AttentionRecords(_table!, Time).ListAsync()).Records;

    /// <summary>Whether no matter about an order waits for a person.</summary>
    public async Task<bool> IsUnattendedAsync(OrderId orderId) => (await MattersAsync()).All(record => record.OrderId != orderId);

    /// <summary>Calls a function of the stack, as an operator would.</summary>
    public Task<LambdaInvocation> CallAsync(string function, JsonObject input) => Host.Lambda.InvokeAsync(
        $"{Host.Stack.Settings.StackName}-{function}", Encoding.UTF8.GetBytes(input.ToJsonString()), CancellationToken.None);

    /// <summary>Does something while somebody else moves the clock, who then takes small steps.</summary>
    public async Task<T> BusyAsync<T>(Func<Task<T>> action)
    {
        Interlocked.Increment(ref _busyCustomers);
        try
        {
            return await action();
        }
        finally
        {
            Interlocked.Decrement(ref _busyCustomers);
        }
    }

    /// <summary>Moves the clock until something has come to its end, and starts the host again when it was killed.</summary>
    public async Task RunAsync(Task task)
    {
        for (var step = 0; step < MaxRunSteps; step++)
        {
            if (task.IsCompleted)
            {
                await task;
                return;
            }
            await StepAsync(task);
        }
        throw new TimeoutException($"Nothing came of {MaxRunSteps} steps of the clock.");
    }

    /// <summary>Waits for something, moves the clock when nothing else moves, and starts the host again when it was killed.</summary>
    public async Task<T> DriveAsync<T>(Task<T> task)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            if (_life.IsDead)
                await RestartAsync();
            if (task.IsCompleted)
                return await task;
            await SettleAsync(task);
            if (!task.IsCompleted && !_life.IsDead)
                Time.Advance(BusyStep(step));
        }
        throw new TimeoutException($"Nothing came of {MaxSteps} steps of the clock.");
    }

    /// <summary>Moves the clock once, when nothing else moves.</summary>
    /// <param name="task">Something whose end is enough; null for nothing.</param>
    public async Task StepAsync(Task? task = null)
    {
        await SettleAsync(task);
        if (_life.IsDead)
        {
            await RestartAsync();
            return;
        }
        _busySteps = IsIdle() ? 0 : _busySteps + 1;
        Time.Advance(_busySteps == 0 ? LongStep : BusyStep(_busySteps));
    }

    /// <summary>Moves the clock to an instant at once, as if the machine had slept, when nothing moves and no message waits.</summary>
    /// <returns>False when something does, or the host was killed: the clock stands where it was.</returns>
    public async Task<bool> TrySleepAsync(DateTimeOffset wake)
    {
        await SettleAsync(null);
        if (_life.IsDead || !IsIdle() || !await AreQueuesEmptyAsync())
            return false;
        Time.JumpTo(wake);
        return true;
    }

    /// <summary>Waits until nothing moves without the clock.</summary>
    /// <param name="task">Something whose end is enough; null for nothing.</param>
    public async Task SettleAsync(Task? task)
    {
        _hangingCalls = Math.Min(_hangingCalls, Injector.UnderWay);
        var looks = 0;
        for (var seen = Moves(); !_life.IsDead && task is not { IsCompleted: true }; looks++)
        {
            var isCalling = Injector.UnderWay > _hangingCalls || Time.IsFiring;
            if (looks >= (isCalling ? LooksWhenCalling : IsIdle() ? LooksWhenIdle : LooksWhenBusy))
            {
                // A call that is not answered by now waits for the clock: KakaoPay has one of its bad days.
                _hangingCalls = Injector.UnderWay;
                return;
            }
            await Task.Delay(Look, _clock);
            if (Moves() is var moves && moves != seen)
                (seen, looks) = (moves, -1);
        }
    }

    /// <summary>Whether no execution runs and no queue has a message.</summary>
    public async Task<bool> IsAtRestAsync() =>
        !_life.IsDead && Host.StepFunctions.Engine.RunningCount == 0 && await AreQueuesEmptyAsync();

    public async ValueTask DisposeAsync()
    {
        Cafe?.Dispose();
        _client?.Dispose();
        if (Host is { } host)
            await host.DisposeAsync();
        if (_dynamoDb is { } dynamoDb)
            await dynamoDb.DisposeAsync();
        Injector.Dispose();
        _restarting.Dispose();
        _folder.Dispose();
    }

    /// <summary>Ends a killed host without letting anything end that runs, and starts it again on the same data.</summary>
    private async Task RestartAsync()
    {
        // Two customers' actions may both notice the death.
        await _restarting.WaitAsync();
        try
        {
            if (_life.IsDead)
                await ReplaceHostAsync();
        }
        finally
        {
            _restarting.Release();
        }
    }

    private async Task ReplaceHostAsync()
    {
        Kills++;
        // The engine first, so that no function's end is written down any more.
        await Host.StepFunctions.Engine.DisposeAsync();
        _life.Bury();
        var stopping = Host.DisposeAsync().AsTask();
        while (!stopping.IsCompleted)
        {
            await Task.Delay(Look, _clock);
            Time.Advance(TimeSpan.FromSeconds(1));
        }
        await stopping;
        await StartHostAsync();
    }

    private async Task StartHostAsync()
    {
        var life = _life = new HostLife();
        Cafe?.Dispose();
        Host = await LocalHost.StartAsync(
            new LocalHostOptions
            {
                DataFolder = Path.Combine(_folder.FullPath, "data"),
                DynamoDbEndpoint = _dynamoDb!.Address,
                HttpMessageHandlers = (function, service) => new FaultHandler(Injector, life, function, service),
                Time = Time,
                Random = _random,
                Loggers = _loggers,
            },
            CancellationToken.None);
        Cafe = new Cafe(CafeAddressReader.Of(Host), Time);
    }

    /// <summary>
    /// A function that works looks like one that waits for the clock, so the clock begins with small steps: a slow machine
    /// then does not make it miss its time.
    /// </summary>
    private static TimeSpan BusyStep(int step)
    {
        const int StepsPerDoubling = 30;
        var most = ShortStep * Math.Pow(2, Math.Min(step / StepsPerDoubling, StepsPerDoubling));
        return most < LongStep ? most : LongStep;
    }

    private bool IsIdle() => Volatile.Read(ref _busyCustomers) == 0 && Host.StepFunctions.Engine.WaitUntilIdleAsync(CancellationToken.None).IsCompleted;

    private async Task<bool> AreQueuesEmptyAsync() => (await Host.Sqs.Queues.ListAsync())
        .Where(queue => queue.Name != FaultInjector.BlackHole)
        .All(queue => queue.Counts is { Visible: 0, InFlight: 0, Delayed: 0 });

    private async Task<IEnumerable<Order>> MarkedAsync(string mark)
    {
        var page = await _table!.QueryAsync(new QueryRequest
        {
            IndexName = "OpenOrders",
            KeyConditionExpression = "openStatus = :mark",
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":mark"] = Attributes.Text(mark) },
            Limit = MaxMarked,
        });
        return await Task.WhenAll((page.Items ?? []).Select(item => Orders.GetAsync(Order.IdOf(item))));
    }

    private long Moves() => Time.Moves + Injector.Moves;
}
