namespace KakaoWorkflow.Proof.Matrix;

/// <summary>A run that is to be played.</summary>
/// <param name="Scenario">What is played.</param>
/// <param name="Faults">What goes wrong; null for nothing but what belongs to the scenario.</param>
internal sealed record PlannedRun(FaultScenario Scenario, FaultPlan? Faults)
{
    /// <summary>The run's name, by which it is chosen and played again.</summary>
    public override string ToString() => $"{Scenario}, {Faults?.ToString() ?? "no fault"}";
}
