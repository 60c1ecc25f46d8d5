using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Lambdas.Kit;
using Microsoft.Extensions.Logging.Abstractions;

namespace KakaoWorkflow.Local.Hosting;

/// <summary>How a host is set up.</summary>
internal sealed record LocalHostOptions
{
    /// <summary>The stack's name here.</summary>
    public const string StackName = "kakao-workflow";

    /// <summary>The name that the state machine's own calls have in <see cref="HttpMessageHandlers"/>.</summary>
    public const string StateMachine = "StateMachine";

    /// <summary>Where everything is kept; created when absent, used by one host at a time.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The template to deploy; what it refers to is beside it. The build puts the project's beside the program.</summary>
    public string TemplatePath { get; init; } = Path.Combine(AppContext.BaseDirectory, "template.yaml");

    /// <summary>Values for the template's parameters, over those that the host gives (<c>PublicBaseUrl</c>, <c>KakaoPayBaseUrl</c>).</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The account in ARNs and URLs: twelve digits.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>The region in ARNs.</summary>
    public string Region { get; init; } = "ap-northeast-2";

    /// <summary>The port of the AWS endpoint; 0 takes a free one, null the one of the last run on this data, if it is free.</summary>
    public int? AwsPort { get; init; }

    /// <summary>The port of the HTTP API, as <see cref="AwsPort"/>.</summary>
    public int? HttpApiPort { get; init; }

    /// <summary>The port of the KakaoPay simulator, as <see cref="AwsPort"/>.</summary>
    public int? KakaoPayPort { get; init; }

    /// <summary>Where functions run.</summary>
    public LambdaMode Lambda { get; init; }

    /// <summary>What waits in executions are divided by: waiting states, retry delays, time-outs of tasks that wait for a token.</summary>
    public double WaitScale { get; init; } = 1;

    /// <summary>How long a payment can be made at the simulator, in seconds; null for KakaoPay's 15 minutes.</summary>
    public int? PaymentSeconds { get; init; }

    /// <summary>A DynamoDB server to use instead of the one that comes along, or null.</summary>
    public Uri? DynamoDbEndpoint { get; init; }

    /// <summary>A Lambda endpoint for functions that the template does not have, or null to refuse them.</summary>
    public Uri? LambdaEndpoint { get; init; }

    /// <summary>The DynamoDB server's program.</summary>
    public string DynamoDbProgram { get; init; } = Dynoxide.DefaultProgram;

    /// <summary>
    /// What carries the calls of a function that runs in this process (its handler's name comes first) to a service
    /// (<c>dynamodb</c>, <c>sqs</c>, <c>states</c>, <c>kakaopay</c>), and those of the state machine itself (under the name
    /// <c>StateMachine</c>), for faults; null for plain HTTP.
    /// </summary>
    public Func<string, string, HttpMessageHandler>? HttpMessageHandlers { get; init; }

    /// <summary>Who collects the customers' money, for functions that run in this process; null for the KakaoPay simulator.</summary>
    public PaymentGatewayFactory? Gateway { get; init; }

    /// <summary>The clock of everything but child processes, which take real time; null for the system's.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>The randomness.</summary>
    public IRandomSource Random { get; init; } = new SystemRandomSource();

    /// <summary>Where everything logs.</summary>
    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;
}
