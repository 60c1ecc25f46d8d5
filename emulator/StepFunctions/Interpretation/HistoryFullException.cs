namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>An event would leave no room for the one that ends the execution.</summary>
internal sealed class HistoryFullException : Exception;
