namespace KakaoWorkflow.Orders;

/// <summary>What the index of open orders shows an ended order as, until the reconciler or a refund is done with it.</summary>
public static class OpenMark
{
    /// <summary>A refund is under way.</summary>
    public const string Refunding = "REFUNDING";

    /// <summary>
    /// It ended without a sale after its payment was prepared. Until KakaoPay's time for an approval is over, one that was
    /// sent before may still take effect; then somebody asks.
    /// </summary>
    public const string MoneyUnchecked = "MONEY_UNCHECKED";

    /// <summary>It is paid, and the café's board does not show it yet.</summary>
    public const string Unannounced = "UNANNOUNCED";

    /// <summary>The mark that an ended order has by what is still to be done with it; null when nothing is.</summary>
    public static string? Of(Order order) => order switch
    {
        { OpenRefund: not null } => Refunding,
        { AwaitsBoard: true } => Unannounced,
        { IsOpen: false, WasPaid: false, Tid: not null, MoneyCheckedAt: null } when order.Status != OrderStatus.Refunded => MoneyUnchecked,
        _ => null,
    };
}
