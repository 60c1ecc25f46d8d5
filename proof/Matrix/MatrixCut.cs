using System.IO.Hashing;
using System.Text;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>Which runs of the matrix are played.</summary>
internal sealed record MatrixCut
{
    /// <summary>Into how many parts the whole is cut.</summary>
    public const int Parts = 24;

    /// <summary>Whether the faults come in pairs rather than alone.</summary>
    public bool Pairs { get; init; }

    /// <summary>The part that is played, from 0; null for the whole. All parts together are the whole.</summary>
    public int? Part { get; init; }

    /// <summary>Plays the runs whose name has this text, whatever the part; null for no such choice.</summary>
    public string? Only { get; init; }

    /// <summary>How many of those runs are drawn, at most; null for all.</summary>
    public int? Sample { get; init; }

    /// <summary>Decides which ones are drawn: the same seed draws the same ones.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The runs of the cut. A draw comes in its own order, so that what is played first is a draw, too.</summary>
    public IReadOnlyList<PlannedRun> Of(IEnumerable<PlannedRun> runs)
    {
        var chosen = runs.Where(Has);
        return Sample is { } sample ? [.. chosen.OrderBy(run => Hash($"{Seed} {run}")).ThenBy(run => run.ToString(), StringComparer.Ordinal).Take(sample)] : [.. chosen];
    }

    private bool Has(PlannedRun run)
    {
        if (Only is { } text)
            return run.ToString().Contains(text, StringComparison.Ordinal);
        return Part is not { } part || Hash(run.ToString()) % Parts == part % Parts;
    }

    /// <summary>The same on every machine, unlike string.GetHashCode.</summary>
    private static uint Hash(string text) => XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(text));
}
