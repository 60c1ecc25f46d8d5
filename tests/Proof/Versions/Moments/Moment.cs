using KakaoWorkflow.Tests.Proof.Versions.Play;

namespace KakaoWorkflow.Tests.Proof.Versions.Moments;

/// <summary>A moment at which an order may be when a new version is deployed.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Play">From the sign-up to the moment.</param>
internal sealed record Moment(string Name, Func<Patron, Task> Play)
{
    /// <summary>The points that the customer begins with.</summary>
    public long Points { get; init; } = 3_000;

    /// <summary>What goes wrong on the way.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>What happens just before a call leaves; null for nothing.</summary>
    public (CallName Call, Func<Patron, Task> Run)? Interruption { get; init; }

    /// <summary>What may come afterwards; at least one.</summary>
    public required IReadOnlyList<MomentEnd> Ends { get; init; }
}
