namespace KakaoWorkflow.Local.Commands;

/// <summary>A setting cannot be used. The message names it and says what it must be.</summary>
/// <param name="message">One sentence.</param>
internal sealed class SettingException(string message) : Exception(message);
