using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Emulator.EventSources;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.HttpApi;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Emulator.Sqs;
using KakaoWorkflow.Emulator.Sqs.Protocol;
using KakaoWorkflow.Emulator.StepFunctions;
using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;

namespace KakaoWorkflow.Emulator;

/// <summary>Puts an emulator together. What starts first stops last, so each part finds what it needs until it has stopped.</summary>
internal sealed class EmulatedAwsBuilder(EmulatedAwsOptions options, Premises premises, Lifetimes lifetimes)
{
    private const string SqsTarget = "AmazonSQS";
    private const string DynamoDbTarget = "DynamoDB_20120810";

#pragma warning disable RS0030 // the composition root names the system's clock
    private static readonly TimeProvider RealTime = TimeProvider.System;
#pragma warning restore RS0030

    private readonly TimeProvider _time = options.Time ?? RealTime;

    private IRandomSource Random => options.Random;

    private ILoggerFactory Loggers => options.Loggers;

    public async Task<(EmulatedAwsAddresses, Stack, LambdaService, EmbeddedStepFunctions, SqsService)> StartAsync(CancellationToken cancellationToken)
    {
        premises.SavePorts();
        var (aws, httpApi) = (premises.AwsPort.Address, premises.HttpApiPort.Address);
        var reader = new StackReader(options, aws, httpApi);
        var plan = reader.Read();
        var dynamoDb = await DynamoDbAsync(plan);
        var stack = reader.Complete(plan, dynamoDb ?? aws, premises.Secrets);

        var sqsOptions = new SqsOptions { Region = options.Region, AccountId = options.AccountId, BaseUrl = aws };
        var sqs = lifetimes.Add(await SqsService.OpenAsync(premises.Database, sqsOptions, _time, Random, Loggers.CreateLogger<SqsService>()));
        var sqsApi = new SqsApi(sqs);
        var dynamoDbHttp = dynamoDb is null ? null : lifetimes.Add(new HttpClient { BaseAddress = dynamoDb, Timeout = TimeSpan.FromMinutes(1) });

        var lambdaOptions = new LambdaOptions(options.Region, options.AccountId, stack.Functions);
        var lambda = lifetimes.Add(new LambdaService(lambdaOptions, await RunnerAsync(stack), Remote(), Random, _time, Loggers.CreateLogger<LambdaService>()));
        var stepFunctions = await EmbeddedStepFunctions.OpenAsync(
            premises.Database,
            new EngineOptions { Region = options.Region, AccountId = options.AccountId, WaitScale = options.WaitScale },
            lambda,
            SqsIntegration(sqsApi, aws),
            dynamoDbHttp is null ? new NoTables() : new HttpIntegration(dynamoDbHttp, DynamoDbTarget, LocalClients.Credential, options.Region),
            _time,
            Random,
            Loggers);
        await DeployAsync(stack, sqsApi, stepFunctions, dynamoDb, cancellationToken);

        var json = new AwsJsonEndpoint([stepFunctions.Service, sqsApi], Random, Loggers.CreateLogger<AwsJsonEndpoint>());
        var endpoint = new AwsEndpoint(json, new DynamoDbForwarder(dynamoDbHttp), new LambdaEndpoint(lambda, Random));
        lifetimes.Add(await LoopbackServer.StartAsync(premises.AwsPort, endpoint.Map, Loggers));

        lifetimes.Add(stepFunctions);
        await stepFunctions.Engine.ResumeAsync();
        foreach (var source in stack.EventSources.Where(source => source.Enabled))
            lifetimes.Add(await EventSourceMapping.StartAsync(sqs, lambda, Mapping(source, stack), _time, Random, Loggers.CreateLogger<EventSourceMapping>()));
        lifetimes.Add(new ScheduleRunner(stack, lambda, _time, Random, Loggers.CreateLogger<ScheduleRunner>()));

        var gateway = new HttpApiGateway(stack.Routes, stack.Settings, lambda, _time, Random, Loggers.CreateLogger<HttpApiGateway>());
        lifetimes.Add(await LoopbackServer.StartAsync(premises.HttpApiPort, app => app.Run(gateway.HandleAsync), Loggers));
        return (new EmulatedAwsAddresses(aws, httpApi, dynamoDb), stack, lambda, stepFunctions, sqs);
    }

    private async Task<Uri?> DynamoDbAsync(Stack stack)
    {
        if (options.DynamoDbEndpoint is { } endpoint)
            return endpoint;
        return stack.Tables.Count == 0
            ? null
            : lifetimes.Add(await Dynoxide.StartAsync(
                options.DynamoDbProgram, premises.Folder.DynamoDbPath, RealTime, Loggers.CreateLogger<Dynoxide>())).Address;
    }

    private async Task<IFunctionRunner> RunnerAsync(Stack stack)
    {
        var functions = stack.Functions.ToDictionary(function => function, FunctionOf);
        var programs = functions.Where(function => function.Value.Command is not null)
            .ToDictionary(function => function.Key, function => new FunctionProgram(function.Value.Command!, function.Value.CodePath!));
        var here = functions.Where(function => function.Value.Start is not null)
            .ToDictionary(function => function.Key.Name, function => function.Value.Start!, StringComparer.Ordinal);
        return new FunctionRunners(
            new InProcessLambda(function => here[function.Name](), _time, Loggers),
            programs.Count == 0 ? null : await ProcessLambda.StartAsync(programs, new ProcessLambdaOptions(), RealTime, Random, Loggers));
    }

    private EmulatedFunction FunctionOf(FunctionConfiguration function)
    {
        if (options.Functions.TryGetValue(function.Name, out var given) || options.Functions.TryGetValue(function.LogicalId, out given))
            return given;
        var code = Path.GetFullPath(Path.Combine(StackReader.FolderOf(options), function.CodeUri));
        return options.CreateFunction is { } create
            ? create(new FunctionDescription(function.LogicalId, function.Name, function.Handler, code, function.Variables))
            : EmulatedFunction.OfProgram(code, Path.Combine(code, "bootstrap"));
    }

    private RemoteLambda? Remote() => options.LambdaEndpoint is { } endpoint
        ? new RemoteLambda(lifetimes.Add(new HttpClient { BaseAddress = endpoint, Timeout = Timeout.InfiniteTimeSpan }))
        : null;

    private IServiceIntegration SqsIntegration(SqsApi sqs, Uri aws) => options.ServiceCalls is { } handler
        ? new HttpIntegration(
            lifetimes.Add(new HttpClient(handler) { BaseAddress = aws, Timeout = Timeout.InfiniteTimeSpan }),
            SqsTarget, LocalClients.Credential, options.Region)
        : new InProcessIntegration(sqs);

    private async Task DeployAsync(
        Stack stack, SqsApi sqs, EmbeddedStepFunctions stepFunctions, Uri? dynamoDb, CancellationToken cancellationToken)
    {
        if (dynamoDb is not null)
        {
            using var client = LocalClients.DynamoDb(dynamoDb, options.Region);
            var tables = new DynamoDbTables(client, RealTime);
            foreach (var table in stack.Tables)
                await tables.EnsureAsync(table, cancellationToken);
        }
        var deployer = new StackDeployer(sqs, stepFunctions.Service);
        await deployer.DeployQueuesAsync(stack, cancellationToken);
        foreach (var machine in stack.StateMachines)
            await deployer.DeployAsync(machine, StackReader.FolderOf(options), cancellationToken);
    }

    private static EventSourceMappingOptions Mapping(EventSourceResource source, Stack stack) =>
        new(stack.Queues.Single(queue => queue.Arn == source.QueueArn).Name, source.FunctionName)
        {
            BatchSize = source.BatchSize,
            BatchingWindowSeconds = source.BatchingWindowSeconds,
            MaxConcurrency = source.MaxConcurrency,
            ReportBatchItemFailures = source.ReportsBatchItemFailures,
            FunctionTimeoutSeconds = stack.Functions.Single(function => function.Name == source.FunctionName).TimeoutSeconds,
        };
}
