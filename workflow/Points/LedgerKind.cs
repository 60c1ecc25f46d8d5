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

    /// <summary>Given by the café, for example a welcome gift.</summary>
    public const string Grant = "GRANT";
}
