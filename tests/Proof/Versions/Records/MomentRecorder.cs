using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Tests.Proof.Versions.Moments;
using KakaoWorkflow.Tests.Proof.Versions.Play;
using KakaoWorkflow.Tests.Support.Machine;

namespace KakaoWorkflow.Tests.Proof.Versions.Records;

/// <summary>Plays moments with today's code, and writes down what is stored then.</summary>
/// <param name="version">Where to.</param>
/// <param name="dynamoDb">A DynamoDB server for this alone.</param>
internal sealed class MomentRecorder(RecordedVersion version, Uri dynamoDb)
{
    private const string UserKey = "customer-1";
    private const string Phone = "01020000001";

    private static readonly DateTimeOffset Opening = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(9));

    public async Task RecordAsync(Moment moment)
    {
        var folder = Directory.CreateTempSubdirectory("kakaoworkflow-versions-").FullName;
        try
        {
            await RecordAsync(moment, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RecordAsync(Moment moment, string folder)
    {
        var (ports, database) = (CafePorts.Free(), Path.Combine(folder, "local.db"));
        await File.WriteAllTextAsync(Path.Combine(folder, "secrets.json"), TestKeys.Write(), TestContext.Current.CancellationToken);
        using var table = new RawTable(dynamoDb);
        await table.DropAsync(Deployed.Table.Name);
        await using var cafe = await VersionCafe.OpenAsync(folder, ports, Opening, dynamoDb);
        await SampleMenu.OfferAsync(cafe.Cafe.Menu);
        if (!File.Exists(version.DeploymentPath))
            await WriteDeploymentAsync(table, database, ports);
        var deployment = JsonNode.Parse(ports.Show(await File.ReadAllTextAsync(version.DeploymentPath, TestContext.Current.CancellationToken)))!;

        var patron = new Patron(cafe, UserKey, Phone);
        await patron.SignUpAsync(moment.Points);
        cafe.Injector.Run = new FaultRun(moment.Faults)
        {
            Interruption = moment.Interruption is { } interruption ? (interruption.Call, () => interruption.Run(patron)) : null,
        };
        await moment.Play(patron);

        var (items, tables, _) = await ReadAsync(table, database);
        var recorded = new RecordedMoment(
            cafe.Time.GetUtcNow(), UserKey, Phone, patron.OrderId!, patron.PayLink?.ToString(), patron.Return?.ToString(), tables, items);
        await WriteAsync(version.PathOf(moment.Name), JsonLayout.Write(recorded.Write(deployment)), ports);
    }

    private async Task WriteDeploymentAsync(RawTable table, string database, CafePorts ports)
    {
        Directory.CreateDirectory(version.MomentsPath);
        var (items, tables, definition) = await ReadAsync(table, database);
        await WriteAsync(version.DefinitionPath, definition, ports);
        await WriteAsync(version.SchemaPath, DatabaseRows.Schema(database), ports);
        await WriteAsync(version.TablePath, JsonLayout.Write(await table.CreationAsync(Deployed.Table.Name)), ports);
        await WriteAsync(version.SecretsPath, TestKeys.Write(), ports);
        await WriteAsync(version.DeploymentPath, JsonLayout.Write(new JsonObject { ["items"] = items, ["database"] = tables }), ports);
    }

    private static async Task<(JsonArray Items, JsonObject Tables, string Definition)> ReadAsync(RawTable table, string database)
    {
        var items = await table.ItemsAsync(Deployed.Table.Name);
        var tables = DatabaseRows.Read(database);
        var revision = tables["sfn_revisions"]!.AsArray().ShouldHaveSingleItem()!;
        var definition = (string)revision["definition"]!;
        revision["definition"] = RecordedVersion.DefinitionName;
        return (items, (JsonObject)StackTraces.Drop(tables)!, definition);
    }

    private static Task WriteAsync(string path, string text, CafePorts ports) =>
        File.WriteAllTextAsync(path, ports.Hide(text), TestContext.Current.CancellationToken);
}
