using KakaoWorkflow.Local.Hosting;
using Microsoft.Extensions.Logging.Console;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Logs to standard error, so that standard output holds only what a command has to say.</summary>
internal static class HostLogging
{
    public static ILoggerFactory Create(LogLevel level) => LoggerFactory.Create(logging =>
    {
#pragma warning disable RS0030 // the composition root names the system's clock
        logging.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddConsoleFormatter<OneLineFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.FormatterName = OneLineFormatter.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Trace;
        });
    });
}
