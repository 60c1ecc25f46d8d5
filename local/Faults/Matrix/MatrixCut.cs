using KakaoWorkflow.Local.Faults.Injection;

namespace KakaoWorkflow.Local.Faults.Matrix;

/// <summary>Which runs of the matrix are played.</summary>
internal sealed record MatrixCut
{
    /// <summary>Into how many parts the whole is cut.</summary>
    public const int Parts = 24;

    /// <summary>The part that is played, from 0; null for the whole. All parts together are the whole.</summary>
    public int? Part { get; init; }

    /// <summary>Plays the runs whose name has this text, whatever the part; null for no such choice.</summary>
    public string? Only { get; init; }

    /// <summary>Whether a run is in the cut.</summary>
    public bool Has(FaultScenario scenario, Fault fault)
    {
        var name = $"{scenario}, {fault}";
        if (Only is { } text)
            return name.Contains(text, StringComparison.Ordinal);
        return Part is not { } part || Hash(name) % Parts == part % Parts;
    }

    /// <summary>FNV-1a: the same on every machine, unlike string.GetHashCode.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
