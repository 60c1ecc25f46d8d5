namespace KakaoWorkflow.Proof.Kills;

/// <summary>A host ended, or did not open, although nobody killed it.</summary>
/// <param name="what">What it did.</param>
/// <param name="tail">The last lines that it printed.</param>
internal sealed class HostEndedException(string what, string tail) : Exception($"{what} Its last lines:\n{tail}");
