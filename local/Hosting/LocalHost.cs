using Amazon.DynamoDBv2;
using KakaoWorkflow.Emulator;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Emulator.Sqs;
using KakaoWorkflow.Emulator.StepFunctions;
using KakaoWorkflow.Emulator.Storage;
using KakaoWorkflow.Local.KakaoPay;

namespace KakaoWorkflow.Local.Hosting;

/// <summary>
/// The one-machine edition: deploys the template and runs everything that it names, on 127.0.0.1, until it is disposed.
/// It may end in any way at any time: what it promised is in the data folder.
/// </summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly Lifetimes _lifetimes;

    internal LocalHost(Lifetimes lifetimes) => _lifetimes = lifetimes;

    /// <summary>Where it is reached.</summary>
    public required LocalAddresses Addresses { get; init; }

    /// <summary>What is deployed; the functions' variables are complete, secrets included.</summary>
    public Stack Stack => Aws.Stack;

    /// <summary>The functions.</summary>
    public LambdaService Lambda => Aws.Functions;

    /// <summary>The executions.</summary>
    public EmbeddedStepFunctions StepFunctions => Aws.Executions;

    /// <summary>The queues.</summary>
    public SqsService Sqs => Aws.Queues;

    /// <summary>What KakaoPay knows, and its bad days.</summary>
    public required KakaoPaySimulator KakaoPay { get; init; }

    internal required EmulatedAws Aws { get; init; }

    /// <summary>Starts everything, and lets executions go on that had not ended.</summary>
    /// <exception cref="DataFolderInUseException">Another host has the data folder.</exception>
    /// <exception cref="DataFolderUnusableException">The data folder cannot be read or written, or the disk is full.</exception>
    /// <exception cref="NewerFormatException">A later version of the program wrote the data.</exception>
    /// <exception cref="PortInUseException">A port that was asked for is taken.</exception>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    public static async Task<LocalHost> StartAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        var lifetimes = new Lifetimes();
        try
        {
            return await new LocalHostBuilder(options, lifetimes).StartAsync(cancellationToken);
        }
        catch (Exception error)
        {
            await lifetimes.DisposeAsync();
            if (DataFolderUnusableException.Of(options.DataFolder, error) is { } unusable)
                throw unusable;
            throw;
        }
    }

    /// <summary>A client for the tables.</summary>
    public AmazonDynamoDBClient CreateDynamoDbClient() => LocalClients.DynamoDb(Addresses.DynamoDb, Stack.Settings.Region);

    /// <summary>Takes no more work, lets functions end that run, and stops; executions go on at the next start.</summary>
    public ValueTask DisposeAsync() => _lifetimes.DisposeAsync();
}
