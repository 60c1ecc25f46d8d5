namespace KakaoWorkflow.Placing;

/// <summary>What placing an order came to.</summary>
public enum PlacedOrderKind
{
    /// <summary>Its execution runs or has run.</summary>
    Placed,

    /// <summary>There is no such sheet, or it is somebody else's.</summary>
    NotFound,

    /// <summary>The sheet was good once.</summary>
    SheetExpired,

    /// <summary>The member has another order in flight.</summary>
    Blocked,
}
