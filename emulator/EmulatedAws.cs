using Amazon.DynamoDBv2;
using Amazon.SQS;
using Amazon.StepFunctions;
using KakaoWorkflow.Emulator.Clocks;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Emulator.Sqs;
using KakaoWorkflow.Emulator.StepFunctions;
using KakaoWorkflow.Emulator.Storage;

namespace KakaoWorkflow.Emulator;

/// <summary>
/// Step Functions, SQS, Lambda, an HTTP API, event sources and schedules on 127.0.0.1, until it is disposed. It may end in any way at
/// any time: what it promised is in the data folder, and executions go on at the next start.
/// </summary>
public sealed class EmulatedAws : IAsyncDisposable
{
    private readonly Lifetimes _lifetimes = new();
    private readonly Lazy<AmazonStepFunctionsClient> _stepFunctions;
    private readonly Lazy<AmazonSQSClient> _sqs;
    private readonly Lazy<AmazonDynamoDBClient> _dynamoDb;

    private EmulatedAws(EmulatedAwsOptions options)
    {
        Options = options;
        _stepFunctions = new(() => LocalClients.StepFunctions(Addresses.Aws, options.Region));
        _sqs = new(() => LocalClients.Sqs(Addresses.Aws, options.Region));
        _dynamoDb = new(() => LocalClients.DynamoDb(Addresses.DynamoDb ?? Addresses.Aws, options.Region));
    }

    /// <summary>Where it is reached.</summary>
    public EmulatedAwsAddresses Addresses { get; private set; } = null!;

    /// <summary>A client of Step Functions; it is disposed with this.</summary>
    public IAmazonStepFunctions StepFunctions => _stepFunctions.Value;

    /// <summary>A client of the queues; it is disposed with this.</summary>
    public IAmazonSQS Sqs => _sqs.Value;

    /// <summary>A client of the tables; it is disposed with this.</summary>
    public IAmazonDynamoDB DynamoDb => _dynamoDb.Value;

    internal EmulatedAwsOptions Options { get; }

    internal Stack Stack { get; private set; } = null!;

    internal LambdaService Functions { get; private set; } = null!;

    internal EmbeddedStepFunctions Executions { get; private set; } = null!;

    internal SqsService Queues { get; private set; } = null!;

    /// <summary>Starts everything, and lets executions go on that had not ended.</summary>
    /// <exception cref="DataFolderInUseException">Another emulator has the data folder.</exception>
    /// <exception cref="DataFolderUnusableException">The data folder cannot be read or written, or the disk is full.</exception>
    /// <exception cref="NewerFormatException">A later version wrote the data.</exception>
    /// <exception cref="PortInUseException">A port that was asked for is taken.</exception>
    /// <exception cref="TemplateException">The template or a state machine cannot be deployed.</exception>
    /// <exception cref="KakaoWorkflow.Emulator.DynamoDb.DynoxideNotStartedException">The DynamoDB server did not start.</exception>
    public static async Task<EmulatedAws> StartAsync(EmulatedAwsOptions options, CancellationToken cancellationToken = default)
    {
        var aws = new EmulatedAws(options);
        try
        {
            return await aws.StartAsync(aws._lifetimes.Add(await Premises.OpenAsync(options)), cancellationToken);
        }
        catch (Exception error) when (options.DataFolder is { } folder && DataFolderUnusableException.Of(folder, error) is not null)
        {
            throw DataFolderUnusableException.Of(folder, error)!;
        }
    }

    /// <summary>
    /// As <see cref="StartAsync(EmulatedAwsOptions, CancellationToken)"/>, on premises that the caller closes, after this: others keep
    /// their data there, too.
    /// </summary>
    internal static Task<EmulatedAws> StartAsync(EmulatedAwsOptions options, Premises premises, CancellationToken cancellationToken) =>
        new EmulatedAws(options).StartAsync(premises, cancellationToken);

    /// <summary>The ARN of a state machine, by its name or the logical id that it has in the template.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string StateMachineArn(string name) =>
        Stack.StateMachines.FirstOrDefault(machine => machine.Name == name || machine.LogicalId == name)?.Arn
        ?? throw new KeyNotFoundException($"There is no state machine '{name}' here.");

    /// <summary>The URL of a queue, by its name or the logical id that it has in the template.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Uri QueueUrl(string name) =>
        Stack.Queues.FirstOrDefault(queue => queue.Name == name || queue.LogicalId == name) is { } found
            ? new Uri(found.Url)
            : throw new KeyNotFoundException($"There is no queue '{name}' here.");

    /// <summary>
    /// Lets everything that is due happen, then moves the clock on and lets happen what becomes due on the way, in its order: waits,
    /// retries, time-outs, schedules, delayed messages.
    /// </summary>
    /// <param name="by">How far; zero lets happen what is due now.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="InvalidOperationException">The clock is not a <see cref="VirtualTime"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return Options.Time is VirtualTime time
            ? new ClockHand(time, Executions.Engine, Functions).AdvanceAsync(by, cancellationToken)
            : throw new InvalidOperationException($"Only a {nameof(VirtualTime)} can be moved; give one as {nameof(EmulatedAwsOptions)}.{nameof(Options.Time)}.");
    }

    /// <summary>Takes no more work, lets functions end that run, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stepFunctions.IsValueCreated)
            _stepFunctions.Value.Dispose();
        if (_sqs.IsValueCreated)
            _sqs.Value.Dispose();
        if (_dynamoDb.IsValueCreated)
            _dynamoDb.Value.Dispose();
        await _lifetimes.DisposeAsync();
    }

    private async Task<EmulatedAws> StartAsync(Premises premises, CancellationToken cancellationToken)
    {
        try
        {
            var parts = await new EmulatedAwsBuilder(Options, premises, _lifetimes).StartAsync(cancellationToken);
            (Addresses, Stack, Functions, Executions, Queues) = parts;
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
