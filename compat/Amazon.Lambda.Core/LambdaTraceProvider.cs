namespace Amazon.Lambda.Core;

/// <summary>Tells the trace of the invocation that is being handled.</summary>
public class LambdaTraceProvider
{
    private static string _current;

    /// <summary>The X-Ray trace header; the variable <c>_X_AMZN_TRACE_ID</c> where no runtime client has set it; null when there is none.</summary>
    public static string CurrentTraceId => _current ?? Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");

    internal static void SetCurrentTraceId(string traceId) => _current = traceId;
}
