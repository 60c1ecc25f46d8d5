using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>What came of one round.</summary>
/// <param name="Ends">How many orders there are of each status.</param>
/// <param name="Struck">The faults that struck.</param>
/// <param name="Calls">How many calls the functions made.</param>
/// <param name="Kills">How often the host was killed.</param>
/// <param name="Resumes">How often an operator had to resume an order.</param>
/// <param name="Problems">Violated invariants, and what else must not be.</param>
internal sealed record ChaosOutcome(
    IReadOnlyDictionary<string, int> Ends, IReadOnlyList<Fault> Struck, int Calls, int Kills, int Resumes, IReadOnlyList<string> Problems);
