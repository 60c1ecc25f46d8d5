using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Emulator.StepFunctions.Protocol;
using KakaoWorkflow.Emulator.StepFunctions.StateMachines;
using KakaoWorkflow.Emulator.StepFunctions.Tasks;
using KakaoWorkflow.Emulator.Storage;

namespace KakaoWorkflow.Emulator.StepFunctions;

/// <summary>All of the embedded Step Functions, put together: an API on top of an engine on top of the local database.</summary>
internal sealed class EmbeddedStepFunctions : IAsyncDisposable
{
    private readonly StateMachineStore _machines;
    private readonly LambdaTask _lambda;

    private EmbeddedStepFunctions(StepFunctionsService service, ExecutionEngine engine, StateMachineStore machines, LambdaTask lambda)
    {
        Service = service;
        Engine = engine;
        _machines = machines;
        _lambda = lambda;
    }

    /// <summary>What the database needs, for <see cref="LocalDatabase.Open"/>.</summary>
    public static IReadOnlyList<string> Schema { get; } =
        [StateMachineStore.Schema, TagStore.Schema, ExecutionStore.Schema, TaskTokenKey.Schema];

    /// <summary>The API.</summary>
    public StepFunctionsService Service { get; }

    /// <summary>The engine, for waiting on executions from inside this process.</summary>
    public ExecutionEngine Engine { get; }

    /// <summary>Puts everything together. No execution goes on before <see cref="ExecutionEngine.ResumeAsync"/>, so that what its calls need can be set up first.</summary>
    /// <param name="database">Opened with <see cref="Schema"/>; the caller closes it, after this.</param>
    /// <param name="options">The settings.</param>
    /// <param name="functions">Where Lambda functions run.</param>
    /// <param name="sqs">The queue service.</param>
    /// <param name="dynamoDb">The table service.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">For ids, intrinsic functions, jitter and the key of task tokens.</param>
    /// <param name="loggers">For what goes wrong inside.</param>
    public static async Task<EmbeddedStepFunctions> OpenAsync(
        LocalDatabase database,
        EngineOptions options,
        ILambdaInvoker functions,
        IServiceIntegration sqs,
        IServiceIntegration dynamoDb,
        TimeProvider time,
        IRandomSource random,
        ILoggerFactory loggers)
    {
        var machines = await StateMachineStore.OpenAsync(database);
        var tokens = new TaskTokens(await TaskTokenKey.LoadAsync(database, random));
        var store = new ExecutionStore(database);
        var lambda = new LambdaTask(functions, options.MaxConcurrentFunctions);
        var caller = new TaskCaller(lambda, new ServiceTask(sqs, "SQS", random), new ServiceTask(dynamoDb, "DynamoDB", random));
        var engine = await ExecutionEngine.OpenAsync(
            options, store, machines, tokens, caller, time, random, loggers.CreateLogger<ExecutionEngine>());
        var service = new StepFunctionsService(options, engine, store, machines, new TagStore(database), time, random);
        return new EmbeddedStepFunctions(service, engine, machines, lambda);
    }

    /// <summary>Stops; what runs goes on after the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _lambda.Dispose();
        _machines.Dispose();
    }
}
