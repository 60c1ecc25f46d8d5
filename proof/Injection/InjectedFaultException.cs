namespace KakaoWorkflow.Proof.Injection;

/// <summary>A call that was made to fail. The AWS SDKs do not know it, so they do not repeat the call.</summary>
/// <param name="message">What happened.</param>
internal sealed class InjectedFaultException(string message) : Exception(message);
