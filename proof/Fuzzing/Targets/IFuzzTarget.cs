using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>A way on which input comes from outside.</summary>
internal interface IFuzzTarget
{
    /// <summary>Its name in reports.</summary>
    string Name { get; }

    /// <summary>Its share of the inputs, in thousandths.</summary>
    int Share { get; }

    /// <summary>Makes an input. The same choices make the same input.</summary>
    FuzzCase Create(FuzzRandom random, FuzzWorld world);
}
