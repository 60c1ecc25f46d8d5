using KakaoWorkflow.Emulator.StepFunctions.Histories;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>What a stimulus brought about.</summary>
/// <param name="Events">To be stored; the state has taken them in.</param>
/// <param name="Commands">To be carried out when the events are stored.</param>
/// <param name="IsAccepted">False when the stimulus came too late: its task is closed, its execution has ended.</param>
/// <param name="IsCutOff">Whether the execution could go on at once, by <see cref="Stimulus.Continue"/>.</param>
internal sealed record Transition(
    IReadOnlyList<HistoryEvent> Events, IReadOnlyList<Command> Commands, bool IsAccepted, bool IsCutOff)
{
    /// <summary>What was thrown that no rule foresees, and has failed the execution; null when all went well.</summary>
    public Exception? Fault { get; init; }
}
