namespace Amazon.Lambda.RuntimeSupport.Logging;

internal enum LogFormat
{
    /// <summary>Time, request id, level and message, separated by tabs.</summary>
    Text,

    /// <summary>The message alone.</summary>
    Unformatted,

    /// <summary>One JSON object a line.</summary>
    Json,
}
