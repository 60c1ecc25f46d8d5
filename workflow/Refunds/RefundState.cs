namespace KakaoWorkflow.Refunds;

/// <summary>How far a refund is. It only ever moves on, by conditions on its record.</summary>
public static class RefundState
{
    /// <summary>Asked for; the money may or may not have gone back.</summary>
    public const string Requested = "REQUESTED";

    /// <summary>The money is back, by KakaoPay or by hand.</summary>
    public const string MoneyBack = "MONEY_BACK";

    /// <summary>Points, ledger and order say so, too.</summary>
    public const string Settled = "SETTLED";
}
