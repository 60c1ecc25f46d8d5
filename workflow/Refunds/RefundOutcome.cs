namespace KakaoWorkflow.Refunds;

/// <summary>What became of a request for a refund.</summary>
public enum RefundOutcome
{
    /// <summary>All is back.</summary>
    Settled,

    /// <summary>It was so already: there was nothing left to do.</summary>
    NothingLeft,

    /// <summary>It is written down and will be carried on; KakaoPay has not confirmed the money yet.</summary>
    UnderWay,
}
