using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Tests.Proof.Versions.Play;

namespace KakaoWorkflow.Tests.Proof.Versions.Records;

/// <summary>A café that today's code has opened on what a version had stored.</summary>
internal sealed class ReopenedCafe : IAsyncDisposable
{
    private const int MaxAttempts = 5;

    private readonly string _folder;

    private ReopenedCafe(string folder, VersionCafe cafe, RecordedMoment moment)
    {
        (_folder, Cafe, Moment) = (folder, cafe, moment);
        Patron = moment.PatronOf(cafe);
    }

    public VersionCafe Cafe { get; }

    public Patron Patron { get; }

    /// <summary>What it was opened on.</summary>
    public RecordedMoment Moment { get; }

    /// <summary>Opens a moment.</summary>
    /// <param name="version">The version.</param>
    /// <param name="moment">The moment's name.</param>
    /// <param name="dynamoDb">A DynamoDB server for this alone.</param>
    /// <param name="change">Changes the items of the table before anybody sees them; null to leave them.</param>
    /// <param name="templatePath">What is deployed on it; null for the project's template.</param>
    public static async Task<ReopenedCafe> OpenAsync(
        RecordedVersion version, string moment, Uri dynamoDb, Action<JsonArray>? change = null, string? templatePath = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryOpenAsync(version, moment, dynamoDb, change, templatePath);
            }
            catch (PortInUseException) when (attempt < MaxAttempts)
            {
                // Somebody else was faster to take the port.
            }
        }
    }

    /// <summary>Lets time go by until the order has ended, no refund is under way, and everything is still.</summary>
    public Task EndAsync() => Cafe.UntilAsync(async () => await Cafe.IsAtRestAsync()
        && await Cafe.Cafe.Orders.FindAsync(Patron.OrderId!) is { IsOpen: false, OpenStatus: null or OpenMark.MoneyUnchecked });

    public async ValueTask DisposeAsync()
    {
        await Cafe.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<ReopenedCafe> TryOpenAsync(
        RecordedVersion version, string name, Uri dynamoDb, Action<JsonArray>? change, string? templatePath)
    {
        var (folder, ports) = (Directory.CreateTempSubdirectory("kakaoworkflow-versions-").FullName, CafePorts.Free());
        try
        {
            var moment = version.Moment(name, ports);
            File.Copy(version.SecretsPath, Path.Combine(folder, "secrets.json"));
            DatabaseRows.Write(Path.Combine(folder, "local.db"), await File.ReadAllTextAsync(version.SchemaPath), moment.Database);
            change?.Invoke(moment.Items);
            using (var table = new RawTable(dynamoDb))
            {
                await table.CreateAsync(version.Table);
                await table.PutAsync((string)version.Table["TableName"]!, moment.Items);
            }
            return new ReopenedCafe(folder, await VersionCafe.OpenAsync(folder, ports, moment.Now, dynamoDb, templatePath), moment);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
