namespace KakaoWorkflow.Local.Demo.Scenarios;

/// <summary>Everything that the demo plays, in order.</summary>
internal static class AllScenarios
{
    /// <summary>The scenarios.</summary>
    public static IReadOnlyList<Scenario> List { get; } =
        [.. GoodDays.List, .. Refusals.List, .. NoPayment.List, .. Repetitions.List, .. LostAnswers.List, .. Repairs.List];
}
