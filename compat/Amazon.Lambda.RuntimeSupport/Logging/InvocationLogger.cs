using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The <see cref="ILambdaLogger"/> of one invocation. A level that is not known is logged as Information.</summary>
internal sealed class InvocationLogger(FunctionLog log, InvocationHeaders invocation) : ILambdaLogger
{
    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => log.Write(LogLevel.Information, invocation, null, message, []);

    public void Log(string level, string message) => log.Write(Level(level), invocation, null, message, []);

    public void Log(string level, string message, params object[] args) =>
        log.Write(Level(level), invocation, null, message, args ?? []);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        log.Write(Level(level), invocation, exception, message, args ?? []);

    private static LogLevel Level(string name) => LogSettings.Level(name) ?? LogLevel.Information;
}
