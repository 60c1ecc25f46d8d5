namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>What kind of promise an exploration found broken.</summary>
internal enum FindingKind
{
    /// <summary>A path or variable is read that is not there: <c>States.Runtime</c>, which nothing catches.</summary>
    Data,

    /// <summary>A step is called with something that its function cannot read.</summary>
    Contract,

    /// <summary>Money is captured twice, lost sight of, kept without a sale, or given back without a reason.</summary>
    Money,

    /// <summary>Points stay held, or are settled twice.</summary>
    Points,

    /// <summary>An approval may be sent again without an inquiry first.</summary>
    Approval,

    /// <summary>An operator's "try again" leads elsewhere than to the failed step.</summary>
    Resume,

    /// <summary>An execution ends without saying how its order ended.</summary>
    Outcome,
}
