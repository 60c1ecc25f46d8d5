using Amazon;
using Amazon.Runtime;
using Amazon.SQS;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Local.Demo;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>Everybody who wants something of the café during a run: customers, the operator, the witness of the queues.</summary>
internal sealed class Load : IAsyncDisposable
{
    private const string LocalCredential = "local";
    private const ulong SeedStep = 1_000;

    /// <summary>People try again themselves, and at once.</summary>
    private const int MaxRetries = 1;

    private static readonly TimeSpan PatienceTime = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly AmazonSQSClient _sqs;
    private readonly Patience _patience;
    private readonly RemainderReader _remainder;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _sending = new();
    private readonly CancellationTokenSource _all;
    private readonly Task _customers;
    private readonly Task _sender;
    private readonly Task _receiver;
    private readonly Task _operator;

    private Load(CafeAddresses addresses, KillRunOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        _time = time;
        _all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _sqs = new AmazonSQSClient(
            new BasicAWSCredentials(LocalCredential, LocalCredential),
            new AmazonSQSConfig
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName(addresses.Region),
                ServiceURL = addresses.Aws.ToString(),
                AuthenticationRegion = addresses.Region,
                MaxErrorRetry = MaxRetries,
            });
        Cafe = new Cafe(addresses, time, MaxRetries);
        Operator = new Operator(Cafe, time);
        _patience = new Patience(time, PatienceTime);
        Witness = new MessageWitness(_sqs, time, _patience);
        _remainder = new RemainderReader(Cafe, _sqs);
        _customers = Task.WhenAll(Enumerable.Range(0, options.Customers).Select(number => new LoadCustomer(
            Cafe, number, new SeededRandomSource((options.Seed * SeedStep) + (ulong)number + 1), _patience, Promises)
            .RunAsync(_closing.Token, _all.Token)));
        _sender = Witness.SendAsync(_sending.Token);
        _receiver = Witness.ReceiveAsync(_all.Token);
        _operator = Operator.RunAsync(_all.Token);
    }

    /// <summary>The café.</summary>
    public Cafe Cafe { get; }

    /// <summary>What customers were told.</summary>
    public Promises Promises { get; } = new();

    /// <summary>The witness of the queues.</summary>
    public MessageWitness Witness { get; }

    /// <summary>The operator.</summary>
    public Operator Operator { get; }

    /// <summary>Lets everybody in.</summary>
    public static Load Begin(CafeAddresses addresses, KillRunOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        new(addresses, options, time, cancellationToken);

    /// <summary>Takes no more orders and waits until each customer has seen the last one through.</summary>
    public async Task CloseAsync()
    {
        await _closing.CancelAsync();
        await _customers;
        await _sending.CancelAsync();
        await _sender;
    }

    /// <summary>Lets the reconciler run until nothing is under way.</summary>
    /// <param name="limit">When to give up.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <returns>What is still under way then; nothing, as it should be.</returns>
    public async Task<Remainder> SettleAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var begun = _time.GetTimestamp();
        while (true)
        {
            Remainder? left = null;
            await _patience.UntilAsync(
                async () =>
                {
                    await Operator.ReconcileAsync(cancellationToken);
                    left = await _remainder.ReadAsync(cancellationToken);
                    return true;
                },
                "the reconciler",
                cancellationToken);
            if (left!.IsNothing || _time.GetElapsedTime(begun) > limit)
                return left;
            await Task.Delay(Look, _time, cancellationToken);
        }
    }

    /// <summary>Sends everybody home.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _sending.CancelAsync();
        await _all.CancelAsync();
        await Task.WhenAll(_customers, _sender, _receiver, _operator).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Cafe.Dispose();
        _sqs.Dispose();
        _closing.Dispose();
        _sending.Dispose();
        _all.Dispose();
    }
}
