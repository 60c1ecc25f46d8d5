using KakaoWorkflow.Proof.Injection;
using KakaoWorkflow.Proof.Play;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>What a customer does, and what comes of it when nothing fails.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="End">The order's status at the end when nothing fails.</param>
/// <param name="Play">From the order sheet to the last thing that the customer does.</param>
internal sealed record FaultScenario(string Name, string End, Func<Visit, Task> Play)
{
    /// <summary>The points that the customer begins with.</summary>
    public long Points { get; init; }

    /// <summary>Whether the customer opens the pay link again and again while the order is not decided.</summary>
    public bool Reloads { get; init; } = true;

    /// <summary>Faults that belong to the scenario.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>What the customer does just before a call leaves; null for nothing.</summary>
    public (CallName Call, Func<Visit, Task> Run)? Interruption { get; init; }

    public override string ToString() => Name;
}
