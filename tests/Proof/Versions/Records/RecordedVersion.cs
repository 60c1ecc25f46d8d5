using System.Runtime.CompilerServices;
using KakaoWorkflow.Tests.Proof.Versions.Play;

namespace KakaoWorkflow.Tests.Proof.Versions.Records;

/// <summary>What one version of the café stored, in a folder of its own.</summary>
/// <param name="Folder">The folder.</param>
internal sealed record RecordedVersion(string Folder)
{
    /// <summary>What stands for the state machine's definition in a row.</summary>
    public const string DefinitionName = "${Definition}";

    /// <summary>Ports on which nobody listens.</summary>
    public static readonly CafePorts Nowhere = new(1, 2, 3);

    /// <summary>Where the versions are.</summary>
    public static string Root { get; } = RootPath();

    /// <summary>All versions, oldest first.</summary>
    public static IReadOnlyList<RecordedVersion> All { get; } =
        [.. Directory.GetDirectories(Root).Order(StringComparer.Ordinal).Select(folder => new RecordedVersion(folder))];

    public string Name => Path.GetFileName(Folder);

    public string DefinitionPath => Path.Combine(Folder, "statemachine.asl.json");

    public string SchemaPath => Path.Combine(Folder, "schema.sql");

    public string TablePath => Path.Combine(Folder, "table.json");

    public string SecretsPath => Path.Combine(Folder, "secrets.json");

    public string DeploymentPath => Path.Combine(Folder, "deployment.json");

    public string MomentsPath => Path.Combine(Folder, "moments");

    /// <summary>The state machine's definition as it was deployed, addresses apart.</summary>
    public string Definition => File.ReadAllText(DefinitionPath);

    /// <summary>The CreateTable request.</summary>
    public JsonObject Table => (JsonObject)JsonNode.Parse(File.ReadAllText(TablePath))!;

    /// <summary>The recorded moments.</summary>
    public IEnumerable<string> MomentNames => Directory.GetFiles(MomentsPath, "*.json").Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal);

    /// <summary>All moments, as for a café that is nowhere.</summary>
    public IReadOnlyList<RecordedMoment> Moments => [.. MomentNames.Select(name => Moment(name, Nowhere))];

    public string PathOf(string moment) => Path.Combine(MomentsPath, moment + ".json");

    /// <summary>A moment as it is for a café on these ports.</summary>
    public RecordedMoment Moment(string name, CafePorts ports)
    {
        var moment = RecordedMoment.Read(Parse(PathOf(name)), Parse(DeploymentPath));
        foreach (var revision in moment.Database["sfn_revisions"]!.AsArray())
        {
            if ((string?)revision!["definition"] == DefinitionName)
                revision["definition"] = ports.Show(Definition);
        }
        return moment;

        JsonNode Parse(string path) => JsonNode.Parse(ports.Show(File.ReadAllText(path)))!;
    }

    public override string ToString() => Name;

    private static string RootPath([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "Recorded");
}
