namespace KakaoWorkflow.Mutants;

/// <summary>How the tests of a <see cref="TestCall"/> ended, as a line of JSON.</summary>
/// <param name="Passed">How many passed.</param>
/// <param name="FailedTest">The first that failed; null when none did.</param>
/// <param name="Why">What the failed one says.</param>
internal sealed record TestAnswer(int Passed, string? FailedTest, string? Why);
