namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>All that an execution can come to.</summary>
/// <param name="Predecessors">Each situation with the one from which it was first reached; null for the start.</param>
/// <param name="Findings">The promises that are broken, each with a shortest path to where.</param>
/// <param name="Endings">The situations in which an execution can succeed.</param>
internal sealed record StateSpace(
    IReadOnlyDictionary<Situation, Situation?> Predecessors, IReadOnlyList<Finding> Findings, IReadOnlyList<Ending> Endings)
{
    public IEnumerable<string> Messages(FindingKind kind) =>
        Findings.Where(finding => finding.Kind == kind).Select(finding => finding.Message);
}
