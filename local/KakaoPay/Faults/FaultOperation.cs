namespace KakaoWorkflow.Local.KakaoPay.Faults;

/// <summary>Where a fault strikes.</summary>
public enum FaultOperation
{
    /// <summary>The call <c>ready</c>.</summary>
    Ready,

    /// <summary>The call <c>approve</c>.</summary>
    Approve,

    /// <summary>The call <c>order</c>.</summary>
    Order,

    /// <summary>The call <c>cancel</c>.</summary>
    Cancel,

    /// <summary>The customer's tap on "pay" on a payment page.</summary>
    Customer,
}
