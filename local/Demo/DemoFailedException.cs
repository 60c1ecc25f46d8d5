namespace KakaoWorkflow.Local.Demo;

/// <summary>A scenario did not go as it must.</summary>
/// <param name="message">What was expected and what was seen.</param>
internal sealed class DemoFailedException(string message) : Exception(message);
