namespace KakaoWorkflow.Tests.Proof.Budgets;

/// <summary>Beside other tests the virtual café takes a call that waits for the machine for one that hangs, which costs another attempt.</summary>
[CollectionDefinition(nameof(BudgetTests), DisableParallelization = true)]
public sealed class BudgetTestsAlone;
