using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>The events of a task's attempt: AWS has one set for service integrations and an older one for bare function ARNs.</summary>
internal sealed record TaskEventTypes(
    HistoryEventType Scheduled,
    HistoryEventType Started,
    HistoryEventType Succeeded,
    HistoryEventType Failed,
    HistoryEventType TimedOut)
{
    private static readonly TaskEventTypes Integration = new(
        HistoryEventType.TaskScheduled,
        HistoryEventType.TaskStarted,
        HistoryEventType.TaskSucceeded,
        HistoryEventType.TaskFailed,
        HistoryEventType.TaskTimedOut);

    private static readonly TaskEventTypes Function = new(
        HistoryEventType.LambdaFunctionScheduled,
        HistoryEventType.LambdaFunctionStarted,
        HistoryEventType.LambdaFunctionSucceeded,
        HistoryEventType.LambdaFunctionFailed,
        HistoryEventType.LambdaFunctionTimedOut);

    public bool IsFunction => this == Function;

    public static TaskEventTypes Of(TaskResource resource) =>
        resource.Integration == TaskIntegration.LambdaFunction ? Function : Integration;
}
