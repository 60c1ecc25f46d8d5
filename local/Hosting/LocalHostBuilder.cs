using Amazon.DynamoDBv2;
using Amazon.Runtime;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Local.AwsJson;
using KakaoWorkflow.Local.Deployment;
using KakaoWorkflow.Local.Deployment.Resources;
using KakaoWorkflow.Local.DynamoDb;
using KakaoWorkflow.Local.EventSources;
using KakaoWorkflow.Local.Faults.Injection;
using KakaoWorkflow.Local.HttpApi;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Local.Lambda;
using KakaoWorkflow.Local.Sqs;
using KakaoWorkflow.Local.Sqs.Protocol;
using KakaoWorkflow.Local.Sqs.Storage;
using KakaoWorkflow.Local.StepFunctions;
using KakaoWorkflow.Local.StepFunctions.Executions;
using KakaoWorkflow.Local.StepFunctions.Tasks;
using KakaoWorkflow.Local.Storage;
using KakaoWorkflow.Randomness;

namespace KakaoWorkflow.Local.Hosting;

/// <summary>Puts a host together. What starts first stops last, so each part finds what it needs until it has stopped.</summary>
internal sealed class LocalHostBuilder(LocalHostOptions options, Lifetimes lifetimes)
{
    private const string LocalCredential = "local";
    private const string SqsTarget = "AmazonSQS";
    private const string DynamoDbTarget = "DynamoDB_20120810";

#pragma warning disable RS0030 // the composition root names the system's clock
    private static readonly TimeProvider RealTime = TimeProvider.System;
#pragma warning restore RS0030

    private readonly TimeProvider _time = options.Time ?? RealTime;

    private IRandomSource Random => options.Random;

    private ILoggerFactory Loggers => options.Loggers;

    public async Task<LocalHost> StartAsync(CancellationToken cancellationToken)
    {
        var folder = lifetimes.Add(DataFolder.Open(options.DataFolder));
        var ports = PortMemory.Open(folder.PortsPath);
        var awsPort = lifetimes.Add(ports.Reserve("aws", options.AwsPort));
        var httpApiPort = lifetimes.Add(ports.Reserve("httpApi", options.HttpApiPort));
        var kakaoPayPort = lifetimes.Add(ports.Reserve("kakaoPay", options.KakaoPayPort));
        ports.Save();

        var dynamoDb = await DynamoDbAsync(folder);
        var addresses = new LocalAddresses(awsPort.Address, httpApiPort.Address, kakaoPayPort.Address, dynamoDb);
        var secrets = LocalSecrets.Open(folder.SecretsPath, Random);
        var stack = ReadStack(options, addresses, secrets);

        var database = lifetimes.Add(LocalDatabase.Open(
            folder.DatabasePath, [.. EmbeddedStepFunctions.Schema, SqsSchema.Sql, KakaoPaySimulator.Schema]));
        var sqsOptions = new SqsOptions { Region = options.Region, AccountId = options.AccountId, BaseUrl = addresses.Aws };
        var sqs = lifetimes.Add(await SqsService.OpenAsync(database, sqsOptions, _time, Random, Loggers.CreateLogger<SqsService>()));
        var sqsApi = new SqsApi(sqs);
        var kakaoPay = await KakaoPayAsync(database, secrets);
        var dynamoDbHttp = lifetimes.Add(new HttpClient { BaseAddress = dynamoDb, Timeout = TimeSpan.FromMinutes(1) });

        var lambda = lifetimes.Add(new LambdaService(stack, await RunnerAsync(stack.Functions), Remote(), Random, _time, Loggers.CreateLogger<LambdaService>()));
        var stepFunctions = await EmbeddedStepFunctions.OpenAsync(
            database,
            new EngineOptions { Region = options.Region, AccountId = options.AccountId, WaitScale = options.WaitScale },
            lambda,
            SqsIntegration(sqsApi, addresses.Aws),
            new HttpIntegration(dynamoDbHttp, DynamoDbTarget, LocalCredential, options.Region),
            _time,
            Random,
            Loggers);

        await DeployAsync(stack, sqsApi, stepFunctions, dynamoDb, cancellationToken);

        var json = new AwsJsonEndpoint([stepFunctions.Service, sqsApi], Random, Loggers.CreateLogger<AwsJsonEndpoint>());
        var aws = new AwsEndpoint(json, new DynamoDbForwarder(dynamoDbHttp), new LambdaEndpoint(lambda, Random));
        lifetimes.Add(await LoopbackServer.StartAsync(awsPort, aws.Map, Loggers));
        lifetimes.Add(await LoopbackServer.StartAsync(kakaoPayPort, app => app.MapKakaoPay(kakaoPay), Loggers));

        lifetimes.Add(stepFunctions);
        await stepFunctions.Engine.ResumeAsync();
        foreach (var source in stack.EventSources.Where(source => source.Enabled))
            lifetimes.Add(await EventSourceMapping.StartAsync(sqs, lambda, Mapping(source, stack), _time, Random, Loggers.CreateLogger<EventSourceMapping>()));
        lifetimes.Add(new ScheduleRunner(stack, lambda, _time, Random, Loggers.CreateLogger<ScheduleRunner>()));

        var gateway = new HttpApiGateway(stack.Routes, stack.Settings, lambda, _time, Random, Loggers.CreateLogger<HttpApiGateway>());
        lifetimes.Add(await LoopbackServer.StartAsync(httpApiPort, app => app.Run(gateway.HandleAsync), Loggers));
        return new LocalHost(lifetimes)
        {
            Addresses = addresses,
            Stack = stack,
            Lambda = lambda,
            StepFunctions = stepFunctions,
            Sqs = sqs,
            KakaoPay = kakaoPay,
        };
    }

    public static AmazonDynamoDBClient CreateDynamoDbClient(Uri endpoint, string region) => new(
        new BasicAWSCredentials(LocalCredential, LocalCredential),
        new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = region });

    /// <summary>What the template makes of these addresses; the functions' variables are complete, secrets included.</summary>
    public static Stack ReadStack(LocalHostOptions options, LocalAddresses addresses, LocalSecrets secrets) =>
        Complete(Read(options, addresses), addresses, secrets);

    private async Task<Uri> DynamoDbAsync(DataFolder folder) => options.DynamoDbEndpoint
        ?? lifetimes.Add(await Dynoxide.StartAsync(options.DynamoDbProgram, folder.DynamoDbPath, RealTime, Loggers.CreateLogger<Dynoxide>())).Address;

    private static Stack Read(LocalHostOptions options, LocalAddresses addresses)
    {
        var text = File.ReadAllText(options.TemplatePath);
        return SamTemplate.Read(text, new StackSettings
        {
            AccountId = options.AccountId,
            Region = options.Region,
            AwsEndpoint = addresses.Aws,
            HttpApiEndpoint = addresses.HttpApi,
            Parameters = LocalParameters.For(text, addresses, options.Parameters),
        });
    }

    private static Stack Complete(Stack stack, LocalAddresses addresses, LocalSecrets secrets)
    {
        var variables = new FunctionVariables(addresses.Aws, addresses.DynamoDb, secrets);
        return stack with { Functions = [.. stack.Functions.Select(function => variables.Complete(function, stack.Settings))] };
    }

    private Task<KakaoPaySimulator> KakaoPayAsync(LocalDatabase database, LocalSecrets secrets)
    {
        var contract = new KakaoPaySimulatorOptions { SecretKey = new KakaoPaySecret(secrets.Value(LocalParameters.KakaoPaySecretKey)) };
        if (options.PaymentSeconds is { } seconds)
            contract = contract with { PaymentSeconds = seconds };
        return KakaoPaySimulator.OpenAsync(database, contract, _time, Random, Loggers.CreateLogger<KakaoPaySimulator>());
    }

    private async Task<IFunctionRunner> RunnerAsync(IReadOnlyList<FunctionResource> functions) => options.Lambda switch
    {
        LambdaMode.Process => await ProcessLambda.StartAsync(functions, ProcessLambdaOptions.Bootstrap(), RealTime, Random, Loggers),
        _ => new InProcessLambda(Create, _time, Loggers),
    };

    private Func<Stream, Amazon.Lambda.Core.ILambdaContext, Task<Stream>> Create(FunctionResource function)
    {
        Func<string, HttpMessageHandler>? handlers = options.HttpMessageHandlers is { } create ? service => create(function.Handler, service) : null;
        var environment = new FunctionEnvironment(function.Variables.GetValueOrDefault, _time, Random, handlers);
        return FunctionCatalog.Create(function.Handler, environment).Invoke;
    }

    private RemoteLambda? Remote() => options.LambdaEndpoint is { } endpoint
        ? new RemoteLambda(lifetimes.Add(new HttpClient { BaseAddress = endpoint, Timeout = Timeout.InfiniteTimeSpan }))
        : null;

    private IServiceIntegration SqsIntegration(SqsApi sqs, Uri aws) => options.HttpMessageHandlers is { } create
        ? new HttpIntegration(
            lifetimes.Add(new HttpClient(create(FaultInjector.StateMachine, "sqs")) { BaseAddress = aws, Timeout = Timeout.InfiniteTimeSpan }),
            SqsTarget, LocalCredential, options.Region)
        : new InProcessIntegration(sqs);

    private async Task DeployAsync(
        Stack stack, SqsApi sqs, EmbeddedStepFunctions stepFunctions, Uri dynamoDb, CancellationToken cancellationToken)
    {
        using var client = CreateDynamoDbClient(dynamoDb, options.Region);
        var tables = new DynamoDbTables(client, RealTime);
        foreach (var table in stack.Tables)
            await tables.EnsureAsync(table, cancellationToken);
        var deployer = new StackDeployer(sqs, stepFunctions.Service);
        await deployer.DeployQueuesAsync(stack, cancellationToken);
        foreach (var machine in stack.StateMachines)
            await deployer.DeployAsync(machine, Path.GetDirectoryName(Path.GetFullPath(options.TemplatePath))!, cancellationToken);
    }

    private static EventSourceMappingOptions Mapping(EventSourceResource source, Stack stack) =>
        new(stack.Queues.Single(queue => queue.Arn == source.QueueArn).Name, source.FunctionName)
        {
            BatchSize = source.BatchSize,
            BatchingWindowSeconds = source.BatchingWindowSeconds,
            MaximumConcurrency = source.MaximumConcurrency,
            ReportBatchItemFailures = source.ReportsBatchItemFailures,
            FunctionTimeoutSeconds = stack.Functions.Single(function => function.Name == source.FunctionName).TimeoutSeconds,
        };
}
