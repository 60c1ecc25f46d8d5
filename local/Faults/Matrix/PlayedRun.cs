using KakaoWorkflow.Local.Faults.Injection;
using KakaoWorkflow.Local.Faults.Play;

namespace KakaoWorkflow.Local.Faults.Matrix;

/// <summary>What came of one run.</summary>
/// <param name="Scenario">What was played.</param>
/// <param name="Fault">The fault; null for none.</param>
/// <param name="HasStruck">Whether the run made the call that the fault strikes.</param>
/// <param name="End">The order's status at the end.</param>
/// <param name="Problems">Violated invariants, and what else must not be.</param>
internal sealed record PlayedRun(FaultScenario Scenario, Fault? Fault, bool HasStruck, string End, IReadOnlyList<string> Problems)
{
    /// <summary>The calls that were made from the order sheet on.</summary>
    public IReadOnlyList<CallName> Calls { get; init; } = [];

    /// <summary>The customer, and what the customer saw.</summary>
    public required Visit Visit { get; init; }

    public override string ToString() => $"{Scenario}, {Fault?.ToString() ?? "no fault"}: {End}{string.Concat(Problems.Select(problem => "\n    " + problem))}";
}
