namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log from code that has no <see cref="ILambdaContext"/>; to standard output where no runtime is at work.</summary>
public static class LambdaLogger
{
    /// <summary>Where messages go. The Runtime API client puts its own log here.</summary>
    internal static Action<string> Target { get; set; } = Console.WriteLine;

    public static void Log(string message) => Target(message);
}
