namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log from code that has no <see cref="ILambdaContext"/>; to standard output where no runtime client is at work.</summary>
public static class LambdaLogger
{
    private static readonly AsyncLocal<Action<string>> Target = new();

    public static void Log(string message) => (Target.Value ?? Console.WriteLine)(message);

    /// <summary>Sends what the current flow of execution logs to an invocation's log.</summary>
    internal static void SetTarget(Action<string> target) => Target.Value = target;
}
