namespace KakaoWorkflow.Tests.Workflow.Points;

/// <summary>What happens to a member's points.</summary>
internal enum PointMoveKind
{
    /// <summary>A plain order is paid.</summary>
    Buy,

    /// <summary>An order is paid, with as many points as it can take.</summary>
    Spend,

    /// <summary>An order holds points, and waits.</summary>
    Hold,

    /// <summary>The order that waits ends without a sale.</summary>
    Release,

    /// <summary>A paid order is refunded.</summary>
    Cancel,

    /// <summary>One piece more of a paid order is refunded.</summary>
    RefundInPart,

    /// <summary>The café gives points.</summary>
    Grant,
}
