namespace KakaoWorkflow.Mutants;

/// <summary>What became of a mutant.</summary>
internal enum Verdict
{
    /// <summary>A test failed.</summary>
    Caught,

    /// <summary>The tests did not end in time.</summary>
    TimedOut,

    /// <summary>The tests near to it passed; the others are not tried yet.</summary>
    SurvivedNear,

    /// <summary>All tests passed.</summary>
    Survived,

    /// <summary>It does not compile, so it is none.</summary>
    NoCode,
}
