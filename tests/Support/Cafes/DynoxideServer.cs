using Amazon.DynamoDBv2;
using Amazon.Runtime;
using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Emulator.Randomness;
using Microsoft.Extensions.Logging.Abstractions;
using KakaoWorkflow.Tests.Support.Machine;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>
/// One DynamoDB server for the whole run, started by the first test that needs it. Every test has a table of its own there, with
/// the keys and indexes of the template. <c>AWS_ENDPOINT_URL_DYNAMODB</c> takes the place of the server, as it does for the build.
/// </summary>
public sealed class DynoxideServer : IAsyncDisposable
{
#pragma warning disable RS0030 // a server process takes real time, whatever the tests' clocks say
    private static readonly TimeProvider RealTime = TimeProvider.System;
#pragma warning restore RS0030

    private readonly Lazy<Task<Uri>> _address;
    private string? _folder;
    private Dynoxide? _server;

    public DynoxideServer() => _address = new Lazy<Task<Uri>>(StartAsync);

    internal async Task<TestTable> NewTableAsync(CancellationToken cancellationToken)
    {
        var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = (await _address.Value).ToString(), AuthenticationRegion = Deployed.Region });
        var table = Deployed.Table with { Name = $"test-{new SystemRandomSource().NewGuid():N}" };
        await new DynamoDbTables(client, RealTime).EnsureAsync(table, cancellationToken);
        return new TestTable(client, table.Name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private async Task<Uri> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB") is { Length: > 0 } other)
            return new Uri(other);
        _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;
        _server = await Dynoxide.StartAsync(
            Dynoxide.DefaultProgram, Path.Combine(_folder, "dynamodb.db"), RealTime, NullLogger.Instance);
        return _server.Address;
    }
}
