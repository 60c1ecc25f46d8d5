using Microsoft.Extensions.Logging.Console;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Logs to standard error, so that standard output holds only what a command has to say.</summary>
internal static class HostLogging
{
    public static ILoggerFactory Create(LogLevel level) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddSimpleConsole(line =>
        {
            line.SingleLine = true;
            line.TimestampFormat = "HH:mm:ss.fff ";
            // It would look at standard output to see whether colours are wanted.
            line.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    });
}
