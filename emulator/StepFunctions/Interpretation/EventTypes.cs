using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>Which event tells what, for each kind of state.</summary>
internal static class EventTypes
{
    public static HistoryEventType Entered(State state) => state switch
    {
        PassState => HistoryEventType.PassStateEntered,
        ChoiceState => HistoryEventType.ChoiceStateEntered,
        WaitState => HistoryEventType.WaitStateEntered,
        SucceedState => HistoryEventType.SucceedStateEntered,
        FailState => HistoryEventType.FailStateEntered,
        TaskState => HistoryEventType.TaskStateEntered,
        ParallelState => HistoryEventType.ParallelStateEntered,
        MapState => HistoryEventType.MapStateEntered,
        _ => throw new InvalidOperationException($"A state of type {state.Type} cannot be entered."),
    };

    public static HistoryEventType Exited(State state) => state switch
    {
        PassState => HistoryEventType.PassStateExited,
        ChoiceState => HistoryEventType.ChoiceStateExited,
        WaitState => HistoryEventType.WaitStateExited,
        SucceedState => HistoryEventType.SucceedStateExited,
        TaskState => HistoryEventType.TaskStateExited,
        ParallelState => HistoryEventType.ParallelStateExited,
        MapState => HistoryEventType.MapStateExited,
        _ => throw new InvalidOperationException($"A state of type {state.Type} cannot be left."),
    };

    /// <summary>Null for states that cannot be cut short.</summary>
    public static HistoryEventType? Aborted(State state) => state switch
    {
        WaitState => HistoryEventType.WaitStateAborted,
        TaskState => HistoryEventType.TaskStateAborted,
        ParallelState => HistoryEventType.ParallelStateAborted,
        MapState => HistoryEventType.MapStateAborted,
        _ => null,
    };
}
