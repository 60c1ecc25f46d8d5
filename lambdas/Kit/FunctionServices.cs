using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.StepFunctions;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Members;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Skills;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>
/// The composition root of a function: each part is made from the environment when a function first asks for it, and once, so that
/// a function has one client for each service.
/// </summary>
/// <param name="environment">Settings, clock, randomness, network.</param>
/// <param name="json">Reads events and writes results.</param>
internal sealed class FunctionServices(FunctionEnvironment environment, ILambdaSerializer json)
{
    public ILambdaSerializer Json => json;

    public TimeProvider Time => environment.Time;

    public CallDeadline Deadline { get; } = new(environment.Time);

    public PricingRules Rules => field ??= Settings.Pricing(environment);

    public ReconcileRules ReconcileRules => field ??= Settings.Reconciling(environment);

    public OrderTable Table => field ??= new(
        new AmazonDynamoDBClient(Credentials(), Configure(new AmazonDynamoDBConfig(), "dynamodb", "DYNAMODB")),
        environment.Required("TABLE_NAME"), Time);

    public OrderRecords Orders => field ??= new(Table);

    public OrderSheets Sheets => field ??= new(Table);

    public Accounts Accounts => field ??= new(Table, Time);

    /// <summary>Another one each time: it remembers what it has read, and who changes the menu must not be read from that memory.</summary>
    public MenuBoard Menu => new(Table, Time);

    public OrderIds OrderIds => field ??= new(Time, environment.FillRandom);

    public ICallbackQueue Callbacks => field ??= new SqsCallbackQueue(
        new AmazonSQSClient(Credentials(), Configure(new AmazonSQSConfig(), "sqs", "SQS")),
        environment.Required("PAYMENT_CALLBACKS_QUEUE_URL"));

    public IAmazonStepFunctions StepFunctions =>
        field ??= new AmazonStepFunctionsClient(Credentials(), Configure(new AmazonStepFunctionsConfig(), "states", "SFN"));

    public string StateMachineArn => environment.Required("STATE_MACHINE_ARN");

    public PaymentGatewayFactory GatewayFactory => environment.Gateway ?? KakaoPaySettings.Factory;

    public SetUpWatch Gateway => field ??= new(GatewayFactory.Create(environment, Handler("kakaopay")), Table, Time);

    /// <summary>How long after paying a customer may cancel in the chat what the café has not begun.</summary>
    public TimeSpan CustomerCancelWithin => Settings.CustomerCancelMinutes.ReadMinutes(environment);

    public PayLinks PayLinks => field ??= new(
        environment.Required("PUBLIC_BASE_URL"), PayLinkKeys.Parse(environment.Required("PAY_LINK_KEYS")));

    public SkillKeys SkillKeys => field ??= SkillKeys.Parse(environment.Required("SKILL_KEYS"));

    public MemberIdHasher MemberIds => field ??= new(SigningKey.Parse(environment.Required("MEMBER_ID_KEY")));

    public CustomerIdHasher CustomerIds => field ??= new(SigningKey.Parse(environment.Required("MEMBER_ID_KEY")));

    private DeadlineHandler Handler(string service) => new(Deadline, environment.HttpMessageHandlers?.Invoke(service) ?? new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(3),
        AllowAutoRedirect = false,
        UseCookies = false,
    });

    private TConfig Configure<TConfig>(TConfig config, string service, string endpointVariable)
        where TConfig : ClientConfig
    {
        var region = environment.Required("AWS_REGION");
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        if ((environment.GetVariable("AWS_ENDPOINT_URL_" + endpointVariable) ?? environment.GetVariable("AWS_ENDPOINT_URL")) is { Length: > 0 } url)
        {
            config.ServiceURL = url;
            config.AuthenticationRegion = region;
        }
        // Below the shortest function time-out, so that a hanging call shows as an error and not as a dead function.
        config.Timeout = TimeSpan.FromSeconds(8);
        var http = new HttpClient(Handler(service), disposeHandler: false);
        // A handler that the environment brings may live by another clock than this time-out.
        if (environment.HttpMessageHandlers is null)
            http.Timeout = config.Timeout.Value;
        config.HttpClientFactory = new SharedHttpClient(http);
        return config;
    }

    private AWSCredentials Credentials() => environment.GetVariable("AWS_SESSION_TOKEN") is { Length: > 0 } token
        ? new SessionAWSCredentials(environment.Required("AWS_ACCESS_KEY_ID"), environment.Required("AWS_SECRET_ACCESS_KEY"), token)
        : new BasicAWSCredentials(environment.Required("AWS_ACCESS_KEY_ID"), environment.Required("AWS_SECRET_ACCESS_KEY"));
}
