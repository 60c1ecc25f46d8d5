namespace KakaoWorkflow.Review;

/// <summary>What became of a person's word about a payment.</summary>
public enum SettleOutcome
{
    /// <summary>The order, or its refund, has ended by it.</summary>
    Settled,

    /// <summary>It is kept on the order, and the execution ends the order by it the next time that it asks: within an hour.</summary>
    Kept,

    /// <summary>There is nothing that a person has to settle, or it was settled so before.</summary>
    NothingToSettle,
}
