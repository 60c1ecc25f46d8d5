namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>What the <c>Task…</c> events say about what they call.</summary>
/// <param name="ResourceType">The service: <c>lambda</c>, <c>sqs</c>, <c>dynamodb</c>.</param>
/// <param name="Resource">The action, for example <c>invoke.waitForTaskToken</c>.</param>
internal sealed record TaskReference(string ResourceType, string Resource);
