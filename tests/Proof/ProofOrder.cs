using KakaoWorkflow.Tests.Proof.Chaos;
using KakaoWorkflow.Tests.Proof.Fuzzing;
using KakaoWorkflow.Tests.Proof.Kills;
using KakaoWorkflow.Tests.Proof.Leaks;
using KakaoWorkflow.Tests.Proof.Matrix;
using KakaoWorkflow.Tests.Proof.Refunds;
using KakaoWorkflow.Tests.Proof.Versions;
using KakaoWorkflow.Tests.Support;

namespace KakaoWorkflow.Tests.Proof;

public sealed class ProofOrder() : LongestFirst(
    nameof(FaultMatrixTests), nameof(LateIndexMatrixTests), nameof(FuzzerTests), nameof(KillRunTests), nameof(ChaosReplayTests),
    nameof(ChaosProperties), nameof(FaultPairTests), nameof(BrokenFunctionTests), nameof(RefundMatrixTests), nameof(RedirectTests),
    nameof(RecordedMomentTests), nameof(LeakScanTests));
