namespace KakaoWorkflow.Invariants;

/// <summary>One place where an invariant does not hold.</summary>
/// <param name="Invariant">Its name.</param>
/// <param name="Subject">The order or member.</param>
/// <param name="Detail">What was found and what should be.</param>
public sealed record Violation(string Invariant, string Subject, string Detail)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"{Invariant}: {Subject}: {Detail}";
}
