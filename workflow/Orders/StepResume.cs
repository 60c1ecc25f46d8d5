namespace KakaoWorkflow.Orders;

/// <summary>An operator's "try again", as it is kept on the order.</summary>
/// <param name="Step">The step that was to be tried again.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When.</param>
public sealed record StepResume(string Step, string By, DateTimeOffset At);
