namespace KakaoWorkflow.Mutants;

/// <summary>What a worker is told to do, as a line of JSON.</summary>
/// <param name="Assembly">The path of the assembly that takes the place of <c>workflow/</c>.</param>
/// <param name="Number">Which of its mutants is on; 0 for none.</param>
/// <param name="Tests">The assemblies that have the tests.</param>
/// <param name="Classes">The test classes to run, with <c>*</c> at an end for any text.</param>
/// <param name="Namespaces">The namespaces to run, likewise.</param>
internal sealed record TestCall(string Assembly, int Number, IReadOnlyList<string> Tests, IReadOnlyList<string> Classes, IReadOnlyList<string> Namespaces);
