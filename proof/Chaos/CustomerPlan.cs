namespace KakaoWorkflow.Proof.Chaos;

/// <summary>What one customer does in a round.</summary>
/// <param name="Name">The name under which the customer's calls are known.</param>
/// <param name="WelcomePoints">The points that the customer begins with.</param>
/// <param name="Errands">The orders.</param>
internal sealed record CustomerPlan(string Name, long WelcomePoints, IReadOnlyList<Errand> Errands);
