namespace KakaoWorkflow.Tests.Proof.Versions.Moments;

/// <summary>Every moment that is recorded.</summary>
internal static class AllMoments
{
    public static IReadOnlyList<Moment> List { get; } =
        [.. PreparationMoments.List, .. ApprovalMoments.List, .. PaymentMoments.List, .. ReviewMoments.List, .. RefundMoments.List];

    /// <summary>A moment by its name.</summary>
    public static Moment Of(string name) => List.Single(moment => moment.Name == name);
}
