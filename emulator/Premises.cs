using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Emulator.Sqs.Storage;
using KakaoWorkflow.Emulator.StepFunctions;
using KakaoWorkflow.Emulator.Storage;

namespace KakaoWorkflow.Emulator;

/// <summary>What an emulator stands on before it runs: its folder, its ports, its database and its secrets.</summary>
internal sealed class Premises : IAsyncDisposable
{
    private readonly Lifetimes _lifetimes;
    private readonly PortMemory _ports;

    private Premises(Lifetimes lifetimes, EmulatedAwsOptions options, IReadOnlyList<string> schema)
    {
        _lifetimes = lifetimes;
        var path = options.DataFolder ?? lifetimes.Add(ScratchFolder.Create("emulator-")).FullPath;
        Folder = lifetimes.Add(DataFolder.Open(path));
        _ports = PortMemory.Open(Folder.PortsPath);
        AwsPort = Reserve("aws", options.AwsPort);
        HttpApiPort = Reserve("httpApi", options.HttpApiPort);
        Secrets = SecretFile.Open(Folder.SecretsPath, options.Random);
        Database = lifetimes.Add(LocalDatabase.Open(Folder.DatabasePath, [.. EmbeddedStepFunctions.Schema, SqsSchema.Sql, .. schema]));
    }

    public DataFolder Folder { get; }

    public SecretFile Secrets { get; }

    public LocalDatabase Database { get; }

    public ReservedPort AwsPort { get; }

    public ReservedPort HttpApiPort { get; }

    /// <summary>Takes the folder.</summary>
    /// <param name="options">The emulator's.</param>
    /// <param name="schema">Tables of whoever keeps its data beside the emulator's.</param>
    /// <exception cref="DataFolderInUseException">Another emulator has it.</exception>
    /// <exception cref="DataFolderUnusableException">It cannot be read or written.</exception>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="PortInUseException">A port that was asked for is taken.</exception>
    public static async Task<Premises> OpenAsync(EmulatedAwsOptions options, params IReadOnlyList<string> schema)
    {
        var lifetimes = new Lifetimes();
        try
        {
            return new Premises(lifetimes, options, schema);
        }
        catch
        {
            await lifetimes.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes a port for another server of this folder, as <see cref="PortMemory.Reserve"/>.</summary>
    public ReservedPort Reserve(string name, int? wanted) => _lifetimes.Add(_ports.Reserve(name, wanted));

    /// <summary>Writes down which ports were taken.</summary>
    public void SavePorts() => _ports.Save();

    public ValueTask DisposeAsync() => _lifetimes.DisposeAsync();
}
