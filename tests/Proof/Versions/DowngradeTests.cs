using KakaoWorkflow.Emulator.Storage;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Tests.Proof.Versions.Records;

namespace KakaoWorkflow.Tests.Proof.Versions;

public sealed class DowngradeTests(TableServer server) : IClassFixture<TableServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-versions-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Host_OnDataOfALaterVersion_IsRefused()
    {
        var schema = await File.ReadAllTextAsync(RecordedVersion.All[^1].SchemaPath, TestContext.Current.CancellationToken);
        DatabaseRows.Write(Path.Combine(_folder, "local.db"), $"{schema}PRAGMA user_version = {LocalDatabase.Format + 1};", []);
        var options = new LocalHostOptions { DataFolder = _folder, DynamoDbEndpoint = server.Address };

        var refused = await Should.ThrowAsync<NewerFormatException>(() => LocalHost.StartAsync(options, TestContext.Current.CancellationToken));
        refused.Message.ShouldContain("was written by a later version of this program");
        DatabaseRows.Schema(Path.Combine(_folder, "local.db")).ShouldEndWith($"PRAGMA user_version = {LocalDatabase.Format + 1};\n");
    }
}
