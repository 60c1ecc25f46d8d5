namespace KakaoWorkflow.Invariants;

/// <summary>Something that is true whenever nothing is under way.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Protects">The promise, in one sentence.</param>
/// <param name="Check">Names what is wrong; pairs of subject and detail, none when all is well.</param>
public sealed record Invariant(string Name, string Protects, Func<Snapshot, IEnumerable<(string Subject, string Detail)>> Check)
{
    /// <summary>The places where it does not hold.</summary>
    public IEnumerable<Violation> In(Snapshot snapshot) => Check(snapshot).Select(found => new Violation(Name, found.Subject, found.Detail));
}
