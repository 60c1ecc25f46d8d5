using Amazon.DynamoDBv2;
using Amazon.Runtime;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Tests.Support.Clocks;
using Microsoft.Extensions.Logging.Abstractions;

namespace KakaoWorkflow.Tests.Support.Recovery;

/// <summary>One DynamoDB server for a class of tests, and the template's table under a name of its own for each test.</summary>
public sealed class TableServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;
    private Dynoxide? _server;
    private int _tables;

    public AmazonDynamoDBClient Client { get; private set; } = null!;

    private static TableResource Template => SamTemplate.Read(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "template.yaml")),
        new StackSettings { Parameters = new Dictionary<string, string> { ["PublicBaseUrl"] = "https://cafe.example" } }).Tables.Single();

    public async ValueTask InitializeAsync()
    {
        _server = await Dynoxide.StartAsync(
            Dynoxide.DefaultProgram, Path.Combine(_folder, "dynamodb.db"), RealTime.Clock, NullLogger.Instance);
        Client = new(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = _server.Address.ToString(), AuthenticationRegion = "ap-northeast-2" });
    }

    public async Task<string> NewTableAsync()
    {
        var table = Template with { Name = $"orders-{Interlocked.Increment(ref _tables)}" };
        await new DynamoDbTables(Client, RealTime.Clock).EnsureAsync(table, TestContext.Current.CancellationToken);
        return table.Name;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
