namespace Amazon.Lambda.RuntimeSupport.Errors;

internal static class StackTraceLines
{
    /// <summary>The lines of the stack trace, without indentation; none where the exception was never thrown.</summary>
    public static string[] Of(Exception exception) =>
        exception.StackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
