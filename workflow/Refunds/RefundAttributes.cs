namespace KakaoWorkflow.Refunds;

/// <summary>
/// The attributes of a refund's record, read as the members of <see cref="Refund"/> and of its parts. A settled one is in the index of ended
/// orders as well, under an order's attributes.
/// </summary>
internal static class RefundAttributes
{
    public const string Number = "number";
    public const string State = "state";
    public const string StateSince = "stateSince";
    public const string CashWon = "cashWon";
    public const string Points = "points";
    public const string EarnedPoints = "earnedPoints";
    public const string EarlierCashWon = "earlierCashWon";
    public const string IsLast = "isLast";
    public const string By = "by";
    public const string Why = "why";
    public const string RequestedAt = "requestedAt";
    public const string Refusals = "refusals";
    public const string StuckSince = "stuckSince";
    public const string LastTryAt = "lastTryAt";
    public const string CancelSentAt = "cancelSentAt";
    public const string SettledBy = "settledBy";
    public const string SettledWhy = "settledWhy";
}
