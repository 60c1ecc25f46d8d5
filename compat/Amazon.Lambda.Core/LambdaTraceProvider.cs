namespace Amazon.Lambda.Core;

/// <summary>Tells the trace of the invocation that is being handled.</summary>
public class LambdaTraceProvider
{
    private static readonly AsyncLocal<string> Current = new();

    /// <summary>The X-Ray trace header; the variable <c>_X_AMZN_TRACE_ID</c> where no runtime client has set it; null when there is none.</summary>
    public static string CurrentTraceId => Current.Value ?? Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");

    internal static void SetCurrentTraceId(string traceId) => Current.Value = traceId;
}
