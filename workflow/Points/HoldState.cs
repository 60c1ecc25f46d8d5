namespace KakaoWorkflow.Points;

/// <summary>The states of a hold. A hold leaves HELD once, to exactly one of the others, and never again.</summary>
public static class HoldState
{
    /// <summary>The points are reserved.</summary>
    public const string Held = "HELD";

    /// <summary>The points were spent.</summary>
    public const string Committed = "COMMITTED";

    /// <summary>The points went back.</summary>
    public const string Released = "RELEASED";

    /// <summary>The order ended before its points were ever held; this record keeps a late reservation out.</summary>
    public const string Void = "VOID";
}
