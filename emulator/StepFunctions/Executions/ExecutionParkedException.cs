namespace KakaoWorkflow.Emulator.StepFunctions.Executions;

/// <summary>A step of an execution could not be stored. It stands still, as it is on disk, until the process starts again.</summary>
internal sealed class ExecutionParkedException : Exception
{
    private ExecutionParkedException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    internal static ExecutionParkedException For(string executionArn, Exception? inner = null) =>
        new($"The execution {executionArn} stands still, because a step of it could not be stored.", inner);
}
