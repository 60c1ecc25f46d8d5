namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>A Parallel or Map state starts its branches or iterations.</summary>
/// <param name="Length">How many there are.</param>
/// <param name="MaxConcurrency">How many may run at once; 0 for all.</param>
/// <param name="Input">What every branch gets (Parallel), or the array of items (Map).</param>
internal sealed record FanOutDetails(int Length, int MaxConcurrency, Payload Input) : EventDetails;
