using KakaoWorkflow.Proof.Injection;
using KakaoWorkflow.Proof.Play;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>What came of one run.</summary>
/// <param name="Planned">What was played.</param>
/// <param name="HasStruck">Whether all has gone wrong that was planned: the run made the calls.</param>
/// <param name="End">The order's status at the end.</param>
/// <param name="Problems">Violated invariants, and what else must not be.</param>
internal sealed record PlayedRun(PlannedRun Planned, bool HasStruck, string End, IReadOnlyList<string> Problems)
{
    /// <summary>The calls that were made from the order sheet on.</summary>
    public IReadOnlyList<CallName> Calls { get; init; } = [];

    /// <summary>What went wrong, in that order, besides what belongs to the scenario.</summary>
    public IReadOnlyList<Fault> Struck { get; init; } = [];

    /// <summary>The customer, and what the customer saw.</summary>
    public required Visit Visit { get; init; }

    public override string ToString() => $"{Planned}: {End}"
        + string.Concat(Problems.Select(problem => "\n    " + problem))
        + (Problems.Count > 0 ? "\n    struck: " + string.Join("; ", Struck) : "");
}
