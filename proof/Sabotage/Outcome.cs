namespace KakaoWorkflow.Proof.Sabotage;

/// <summary>What a program said and ended with.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">Standard output, then standard error.</param>
internal sealed record Outcome(int Code, string Output);
