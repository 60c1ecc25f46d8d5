namespace KakaoWorkflow.Tests.Lambdas.Machine.Rules;

/// <summary>Something that must hold of the order workflow.</summary>
/// <param name="Name">Its name in test results.</param>
/// <param name="Violations">Where and how it does not hold; nothing when it does.</param>
internal sealed record MachineRule(string Name, Func<OrderMachine, IEnumerable<string>> Violations);
