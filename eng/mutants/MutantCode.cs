namespace KakaoWorkflow.Mutants;

/// <summary>What takes the place of <c>workflow/</c> while tests look at a mutant.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Number">Which of its mutants is on; 0 for an assembly as it is.</param>
internal sealed record MutantCode(byte[] Assembly, int Number);
