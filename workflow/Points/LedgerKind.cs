namespace KakaoWorkflow.Points;

/// <summary>The kinds of ledger lines. Each says how available and held points change.</summary>
public static class LedgerKind
{
    /// <summary>Available to held.</summary>
    public const string Hold = "HOLD";

    /// <summary>Held to available.</summary>
    public const string Release = "RELEASE";

    /// <summary>Held to spent.</summary>
    public const string Burn = "BURN";

    /// <summary>Earned by a paid order.</summary>
    public const string Earn = "EARN";

    /// <summary>Spent points that a refund gave back.</summary>
    public const string Refund = "REFUND";

    /// <summary>Earned points that a refund took back; what was not there any more is debt.</summary>
    public const string TakeBack = "TAKE_BACK";

    /// <summary>Debt that was paid with points which came to the member: earned, released, refunded or given.</summary>
    public const string DebtPayment = "DEBT_PAYMENT";

    /// <summary>Given by the café, for example a welcome gift.</summary>
    public const string Grant = "GRANT";
}
