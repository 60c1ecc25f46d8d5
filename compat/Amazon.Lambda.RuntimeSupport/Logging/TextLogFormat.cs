using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

internal static class TextLogFormat
{
    public static string Write(LogRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"{record.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}\t{record.Invocation.AwsRequestId}\t{Label(record.Level)}\t{WriteMessage(record)}");

    public static string WriteMessage(LogRecord record) =>
        record.Exception is null ? record.Message.Text : $"{record.Message.Text}\n{record.Exception}";

    private static string Label(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        _ => "info",
    };
}
