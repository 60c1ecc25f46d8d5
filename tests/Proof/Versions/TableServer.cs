using KakaoWorkflow.Emulator.DynamoDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace KakaoWorkflow.Tests.Proof.Versions;

/// <summary>A DynamoDB server for one class: its cafés have their tables under the template's name, one after the other.</summary>
public sealed class TableServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-versions-").FullName;
    private Dynoxide? _server;

    public Uri Address => _server!.Address;

    public async ValueTask InitializeAsync() => _server = await Dynoxide.StartAsync(
        Dynoxide.DefaultProgram, Path.Combine(_folder, "dynamodb.db"), RealTime.Clock, NullLogger.Instance);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
