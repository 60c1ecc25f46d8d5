using Amazon.Lambda.Core;
using MicrosoftLevel = Microsoft.Extensions.Logging.LogLevel;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>A function's log as lines of the host's.</summary>
internal sealed class FunctionLogger(ILogger logger) : ILambdaLogger
{
    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => logger.LogInformation("{Message}", message.TrimEnd());

#pragma warning disable CA2254 // the template is the function's
    public void Log(string level, string message, params object[] args) => logger.Log(Level(level), message, args);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        logger.Log(Level(level), exception, message, args);
#pragma warning restore CA2254

    public void Log(string level, string message) => logger.Log(Level(level), "{Message}", message);

    private static MicrosoftLevel Level(string level) =>
        Enum.TryParse<MicrosoftLevel>(level, ignoreCase: true, out var parsed) ? parsed : MicrosoftLevel.Information;
}
