namespace KakaoWorkflow.Payments;

/// <summary>What the café keeps of any gateway, in UTF-16 characters and won. A gateway's own limits may be narrower.</summary>
public static class PaymentLimits
{
    /// <summary>The longest transaction, capture or shop id.</summary>
    public const int IdLength = 100;

    /// <summary>The longest address of a payment page.</summary>
    public const int PageUrlLength = 2_048;

    /// <summary>The largest amount: the largest that fits a 32-bit integer, as gateways count won.</summary>
    public const int AmountWon = int.MaxValue;
}
