namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>The call has lasted longer than its caller waits. What was about to be sent was not sent; no client sends it again.</summary>
internal sealed class DeadlinePassedException() : Exception("The call's time is over, so nothing more is sent.");
