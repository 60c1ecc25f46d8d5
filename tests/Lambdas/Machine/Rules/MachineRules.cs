using KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Rules;

/// <summary>All that is proved of the order workflow.</summary>
internal static class MachineRules
{
    public static IReadOnlyList<MachineRule> All { get; } =
    [
        new("EveryTaskHasATimeout", TaskRules.EveryTaskHasATimeout),
        new("EveryFunctionIsNamedLikeItsState", TaskRules.EveryFunctionIsNamedLikeItsState),
        new("ErrorNamesExistInTheCode", FailureRules.ErrorNamesExistInTheCode),
        new("ThrottlingIsRetried", FailureRules.ThrottlingIsRetried),
        new("RetryEndsWithEveryOtherError", FailureRules.RetryEndsWithEveryOtherError),
        new("CatchEndsWithEveryOtherError", FailureRules.CatchEndsWithEveryOtherError),
        new("BusinessErrorsComeFirst", FailureRules.BusinessErrorsComeFirst),
        new("TokenWaitsHandleTheirTimeout", FailureRules.TokenWaitsHandleTheirTimeout),
        new("EveryChoiceHasADefault", GraphRules.EveryChoiceHasADefault),
        new("EveryCyclePauses", GraphRules.EveryCyclePauses),
        new("EveryStateIsReached", GraphRules.EveryStateIsReached),
        new("HappyPathIsShort", GraphRules.HappyPathIsShort),
        new("WorstCaseFitsTheTimeout", WorstCase.FitsTheTimeout),
        Promise("DataIsThereOnEveryPath", FindingKind.Data),
        Promise("StepsGetWhatTheyRead", FindingKind.Contract),
        Promise("MoneyIsCommittedOrReturned", FindingKind.Money),
        Promise("PointsAreSettledOnce", FindingKind.Points),
        Promise("AnApprovalIsNotRepeatedBlindly", FindingKind.Approval),
        Promise("ResumeReturnsToTheFailedStep", FindingKind.Resume),
        Promise("EveryEndTellsItsOutcome", FindingKind.Outcome),
    ];

    private static MachineRule Promise(string name, FindingKind kind) => new(name, machine => machine.Space.Messages(kind));
}
