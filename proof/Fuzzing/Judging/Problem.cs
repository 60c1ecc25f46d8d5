namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>What is wrong with how an input was handled.</summary>
/// <param name="Kind">What sort of problem.</param>
/// <param name="Detail">In one line.</param>
internal sealed record Problem(ProblemKind Kind, string Detail);
