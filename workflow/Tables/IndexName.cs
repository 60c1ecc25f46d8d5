namespace KakaoWorkflow.Tables;

/// <summary>The table's indexes.</summary>
internal static class IndexName
{
    /// <summary>A member's orders by time.</summary>
    public const string MemberOrders = "MemberOrders";

    /// <summary>The orders that still move or have a mark, by the one or the other and by time.</summary>
    public const string OpenOrders = "OpenOrders";

    /// <summary>The orders that ended, and the refunds that were settled, by day.</summary>
    public const string EndedOrders = "EndedOrders";

    /// <summary>What there is to make and to hand out, by day.</summary>
    public const string OrderBoard = "OrderBoard";
}
