using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Emulator.Randomness;
using Microsoft.Extensions.Logging.Abstractions;

namespace KakaoWorkflow.Emulator;

/// <summary>What runs, where it is kept, and how it is reached.</summary>
public sealed record EmulatedAwsOptions
{
    /// <summary>A SAM template to deploy; what it refers to is beside it. Null deploys what the other properties name, and no more.</summary>
    public string? TemplatePath { get; init; }

    /// <summary>Values for the template's parameters; those left out have their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>State machines that are no template's: their definitions, in JSON, by name.</summary>
    public IDictionary<string, string> StateMachines { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Functions by name. One that the template has too, under this name or logical id, does this instead of the template's code.</summary>
    public IDictionary<string, EmulatedFunction> Functions { get; init; } = new Dictionary<string, EmulatedFunction>(StringComparer.Ordinal);

    /// <summary>
    /// What a function of the template does that <see cref="Functions"/> does not name. Null runs the <c>bootstrap</c> in its
    /// <c>CodeUri</c>, as Lambda does with the <c>provided</c> runtimes.
    /// </summary>
    public Func<FunctionDescription, EmulatedFunction>? CreateFunction { get; init; }

    /// <summary>
    /// Where everything is kept; created when absent, used by one emulator at a time. Null keeps it until it is disposed, in memory where
    /// the machine offers that.
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>The clock: <see cref="Clocks.VirtualTime"/> for tests; null for the system's. Functions that are processes take real time in any case.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>What waits in executions are divided by: waiting states, retry delays, time-outs of tasks that wait for a token.</summary>
    public double WaitScale { get; init; } = 1;

    /// <summary>The account in ARNs and URLs: twelve digits.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>The region in ARNs.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary><c>AWS::StackName</c>, and the prefix of what the template does not name.</summary>
    public string StackName { get; init; } = "stack";

    /// <summary>The port of the AWS endpoint; 0 takes a free one, null the one of the last run on this data, if it is free.</summary>
    public int? AwsPort { get; init; }

    /// <summary>The port of the HTTP API, as <see cref="AwsPort"/>.</summary>
    public int? HttpApiPort { get; init; }

    /// <summary>A DynamoDB server to use instead of the one that comes along, or null.</summary>
    public Uri? DynamoDbEndpoint { get; init; }

    /// <summary>The DynamoDB server's program. It is started only where there are tables.</summary>
    public string DynamoDbProgram { get; init; } = Dynoxide.DefaultProgram;

    /// <summary>A Lambda endpoint for functions that are not known here, or null to refuse them.</summary>
    public Uri? LambdaEndpoint { get; init; }

    /// <summary>What carries the calls that the state machines themselves make to queues, for faults; null calls them inside this process.</summary>
    public HttpMessageHandler? ServiceCalls { get; init; }

    /// <summary>The randomness.</summary>
    public IRandomSource Random { get; init; } = new SystemRandomSource();

    /// <summary>Where everything logs.</summary>
    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;
}
