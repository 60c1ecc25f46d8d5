using KakaoWorkflow.Emulator.StepFunctions;
using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Emulator.Storage;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions;

/// <summary>The embedded Step Functions on a database file of their own, with virtual time, in the hands of a test.</summary>
internal sealed class TestStepFunctions : IAsyncDisposable
{
    public const string Role = "arn:aws:iam::000000000000:role/machine";

    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;
    private readonly EngineOptions _options;
    private LocalDatabase _database = null!;
    private EmbeddedStepFunctions _embedded = null!;

    private TestStepFunctions(EngineOptions options) => _options = options;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public BrittleRandomSource Random { get; } = new();

    public TestFunctions Functions { get; } = new();

    public TestService Sqs { get; } = new();

    public TestService DynamoDb { get; } = new();

    public ExecutionEngine Engine => _embedded.Engine;

    public static async Task<TestStepFunctions> StartAsync(EngineOptions? options = null)
    {
        var started = new TestStepFunctions(options ?? new EngineOptions());
        await started.OpenAsync();
        return started;
    }

    /// <summary>Calls the API.</summary>
    public Task<JsonObject> CallAsync(string operation, string request) =>
        _embedded.Service.InvokeAsync(operation, JsonNode.Parse(request)!.AsObject(), CancellationToken.None);

    public Task<JsonObject> CallAsync(string operation, JsonObject request) =>
        _embedded.Service.InvokeAsync(operation, request, CancellationToken.None);

    /// <summary>Calls the API and gives the error that it must answer.</summary>
    public async Task<AwsJsonException> ErrorAsync(string operation, JsonObject request) =>
        await Should.ThrowAsync<AwsJsonException>(() => CallAsync(operation, request));

    public async Task<string> CreateAsync(string definition, string name = "machine") =>
        (await CallAsync("CreateStateMachine", new JsonObject { ["name"] = name, ["definition"] = definition, ["roleArn"] = Role }))
            ["stateMachineArn"]!.GetValue<string>();

    public async Task<string> StartExecutionAsync(string machineArn, string input = "{}", string? name = null)
    {
        var request = new JsonObject { ["stateMachineArn"] = machineArn, ["input"] = input };
        if (name is not null)
            request["name"] = name;
        return (await CallAsync("StartExecution", request))["executionArn"]!.GetValue<string>();
    }

    /// <summary>Creates a machine and starts one execution of it.</summary>
    public async Task<string> RunAsync(string definition, string input = "{}") =>
        await StartExecutionAsync(await CreateAsync(definition), input, "one");

    public Task<JsonObject> DescribeAsync(string executionArn) =>
        CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = executionArn });

    public async Task<string> StatusAsync(string executionArn) => (await DescribeAsync(executionArn))["status"]!.GetValue<string>();

    public async Task<string?> OutputAsync(string executionArn) => (await DescribeAsync(executionArn))["output"]?.GetValue<string>();

    public Task SettleAsync() => Engine.WaitUntilIdleAsync(TestContext.Current.CancellationToken);

    public async Task PassTimeAsync(double seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        await SettleAsync();
    }

    /// <summary>Stops without waiting for anything that runs, and starts again on the same file.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    /// <summary>Changes the database behind the engine's back.</summary>
    public Task ChangeDatabaseAsync(string sql) => _database.WriteAsync(write => write.Execute(sql));

    /// <summary>Stops, and starts again when some time has passed.</summary>
    public async Task StopForAsync(TimeSpan time)
    {
        await CloseAsync();
        Time.Advance(time);
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task OpenAsync()
    {
        _database = LocalDatabase.Open(Path.Combine(_folder, "local.db"), EmbeddedStepFunctions.Schema);
        _embedded = await EmbeddedStepFunctions.OpenAsync(
            _database, _options, Functions, Sqs, DynamoDb, Time, Random, NullLoggerFactory.Instance);
        await Engine.ResumeAsync();
    }

    private async Task CloseAsync()
    {
        await _embedded.DisposeAsync();
        await _database.DisposeAsync();
    }
}
