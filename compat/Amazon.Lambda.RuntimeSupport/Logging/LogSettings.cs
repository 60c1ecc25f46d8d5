using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>How a function logs.</summary>
/// <param name="MinimumLevel">What is below is not written.</param>
/// <param name="Format">How a record is written.</param>
internal sealed record LogSettings(LogLevel MinimumLevel, LogFormat Format)
{
    /// <summary>Reads the variables of the handler, else those of Lambda; Information and text where neither says something that is known.</summary>
    public static LogSettings Read(Func<string, string> read) => new(
        Level(Either(read, "LOG_LEVEL")) ?? LogLevel.Information,
        Enum.TryParse<LogFormat>(Either(read, "LOG_FORMAT"), ignoreCase: true, out var format) ? format : LogFormat.Text);

    /// <summary>Reads a level by its name or one of the names that Lambda has for it; null for another text.</summary>
    public static LogLevel? Level(string name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "INFO" or "INFORMATION" => LogLevel.Information,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => null,
    };

    private static string Either(Func<string, string> read, string name) =>
        read($"AWS_LAMBDA_HANDLER_{name}") is { Length: > 0 } own ? own : read($"AWS_LAMBDA_{name}");
}
