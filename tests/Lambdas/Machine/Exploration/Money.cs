namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>What is true of an order's money, as far as the execution can know.</summary>
internal enum Money
{
    /// <summary>Nothing is captured: never, for certain not, or it went back.</summary>
    None,

    /// <summary>It may be captured.</summary>
    InDoubt,

    /// <summary>The ordered amount is captured: the order has to be committed.</summary>
    Captured,

    /// <summary>Captured, and it has to go back.</summary>
    ToReturn,

    /// <summary>The order is committed.</summary>
    Kept,
}
