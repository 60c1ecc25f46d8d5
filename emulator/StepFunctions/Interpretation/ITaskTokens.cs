namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>Gives each attempt of a <c>.waitForTaskToken</c> task its token: always the same for the same attempt.</summary>
internal interface ITaskTokens
{
    /// <summary>The token of an attempt.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="taskEventId">The event that scheduled the attempt.</param>
    string TokenFor(string executionArn, long taskEventId);
}
