using KakaoWorkflow.Emulator.Clocks;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Tests.Proof.Versions.Play;

/// <summary>The whole café in this process, on virtual time and on data that another version may have written.</summary>
internal sealed class VersionCafe : IAsyncDisposable
{
    private const int MaxSteps = 5_000;
    private const int LooksWhenIdle = 2;
    private const int LooksWhenBusy = 15;
    private const int LooksWhenCalling = 300;
    private const int BusyStepsPerDoubling = 30;
    private const ulong Seed = 2026;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongStep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortStep = TimeSpan.FromMilliseconds(100);

    private readonly HostLife _life = new();
    private int _busySteps;

    private VersionCafe(DateTimeOffset now) => Time = new VirtualTime(now);

    public VirtualTime Time { get; }

    public FaultInjector Injector { get; } = new();

    public LocalHost Host { get; private set; } = null!;

    public Cafe Cafe { get; private set; } = null!;

    /// <summary>Whether a fault has killed the host.</summary>
    public bool IsDead => _life.IsDead;

    /// <summary>Opens the café.</summary>
    /// <param name="dataFolder">Its data.</param>
    /// <param name="ports">Its ports.</param>
    /// <param name="now">What its clock shows.</param>
    /// <param name="dynamoDb">The DynamoDB server that has its table.</param>
    /// <param name="templatePath">What is deployed; null for the project's template.</param>
    public static async Task<VersionCafe> OpenAsync(
        string dataFolder, CafePorts ports, DateTimeOffset now, Uri dynamoDb, string? templatePath = null)
    {
        var cafe = new VersionCafe(now);
        try
        {
            var options = new LocalHostOptions
            {
                DataFolder = dataFolder,
                AwsPort = ports.Aws,
                HttpApiPort = ports.HttpApi,
                KakaoPayPort = ports.KakaoPay,
                DynamoDbEndpoint = dynamoDb,
                HttpMessageHandlers = (function, service) => new FaultHandler(cafe.Injector, cafe._life, function, service),
                Time = cafe.Time,
                Random = new SeededRandomSource(Seed),
            };
            cafe.Host = await LocalHost.StartAsync(
                templatePath is null ? options : options with { TemplatePath = templatePath }, TestContext.Current.CancellationToken);
            cafe.Cafe = new Cafe(CafeAddressReader.Of(cafe.Host), cafe.Time);
            return cafe;
        }
        catch
        {
            await cafe.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for something, and moves the clock when nothing else moves.</summary>
    public async Task<T> DriveAsync<T>(Task<T> task)
    {
        await UntilAsync(() => Task.FromResult(task.IsCompleted), task);
        return await task;
    }

    /// <summary>Moves the clock, whenever nothing else moves, until something is so.</summary>
    /// <param name="isSo">Asked when nothing moves.</param>
    /// <param name="task">Something whose end is worth a look; null for nothing.</param>
    /// <exception cref="TimeoutException">It does not become so.</exception>
    public async Task UntilAsync(Func<Task<bool>> isSo, Task? task = null)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            await SettleAsync(task);
            if (await isSo())
                return;
            _busySteps = task is null && IsEngineIdle() ? 0 : _busySteps + 1;
            Time.Advance(_busySteps == 0 ? LongStep : BusyStep(_busySteps));
        }
        throw new TimeoutException($"Nothing came of {MaxSteps} steps of the clock.");
    }

    /// <summary>Whether no execution runs and no queue has a message.</summary>
    public async Task<bool> IsAtRestAsync() => Host.StepFunctions.Engine.RunningCount == 0
        && (await Host.Sqs.Queues.ListAsync()).All(queue => queue.Counts is { Visible: 0, InFlight: 0, Delayed: 0 });

    public async ValueTask DisposeAsync()
    {
        Cafe?.Dispose();
        if (Host is { } host)
        {
            // The engine first, so that no function's end is written down any more.
            if (IsDead)
                await host.StepFunctions.Engine.DisposeAsync();
            _life.Bury();
            var stopping = host.DisposeAsync().AsTask();
            while (!stopping.IsCompleted)
            {
                await Task.Delay(Look, RealTime.Clock);
                Time.Advance(TimeSpan.FromSeconds(1));
            }
            await stopping;
        }
        Injector.Dispose();
    }

    private async Task SettleAsync(Task? task)
    {
        var looks = 0;
        for (var seen = Moves(); !IsDead && task is not { IsCompleted: true }; looks++)
        {
            var enough = Injector.UnderWay > 0 || Time.IsFiring ? LooksWhenCalling : task is null && IsEngineIdle() ? LooksWhenIdle : LooksWhenBusy;
            if (looks >= enough)
                return;
            await Task.Delay(Look, RealTime.Clock);
            if (Moves() is var moves && moves != seen)
                (seen, looks) = (moves, -1);
        }
    }

    /// <summary>A function that works looks like one that waits for the clock, so the clock begins with small steps.</summary>
    private static TimeSpan BusyStep(int step)
    {
        var most = ShortStep * Math.Pow(2, Math.Min(step / BusyStepsPerDoubling, BusyStepsPerDoubling));
        return most < LongStep ? most : LongStep;
    }

    private bool IsEngineIdle() => Host.StepFunctions.Engine.WaitUntilIdleAsync(CancellationToken.None).IsCompleted;

    private long Moves() => Time.Moves + Injector.Moves;
}
