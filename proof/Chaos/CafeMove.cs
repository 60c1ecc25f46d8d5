namespace KakaoWorkflow.Proof.Chaos;

/// <summary>What the café does with an order that was paid.</summary>
internal enum CafeMove
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Makes it.</summary>
    Makes,

    /// <summary>Makes it and hands it out.</summary>
    HandsOut,

    /// <summary>Refunds one of its items, then another one.</summary>
    RefundsByItem,
}
