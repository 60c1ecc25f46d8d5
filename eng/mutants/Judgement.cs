namespace KakaoWorkflow.Mutants;

/// <summary>What became of a mutant, as it is kept between runs.</summary>
/// <param name="Key">Which mutant.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="By">The first test that failed; null where none did.</param>
/// <param name="CodeHash">The file that it changed. A mutant that was caught stays so while the file is the same.</param>
/// <param name="TestsHash">All code and all tests. A mutant that survived is tried again when any of them is another.</param>
internal sealed record Judgement(string Key, Verdict Verdict, string? By, string CodeHash, string TestsHash);
