using Amazon.Lambda.Core;

namespace KakaoWorkflow.Tests.Compat.Lambda;

public sealed class LoggerTests
{
    [Fact]
    public void Logger_EveryLevel_EndsInTheMemberWithALevel()
    {
        var logger = new RecordingLogger();
        ILambdaLogger log = logger;

        log.LogTrace("t");
        log.LogDebug("{A}", 1);
        log.LogInformation("i");
        log.LogWarning("w");
        log.LogError(new TimeoutException("slow"), "{A}", 2);
        log.Log(LogLevel.Critical, "c");

        logger.Records.ShouldBe(
        [
            "Trace t", "Debug {A} 1", "Information i", "Warning w", "Error {A} 2", "Error System.TimeoutException: slow 2", "Critical c",
        ]);
    }

    private sealed class RecordingLogger : ILambdaLogger
    {
        public List<string> Records { get; } = [];

        public void Log(string message) => Records.Add(message);

        public void LogLine(string message) => Records.Add(message);

        public void Log(string level, string message) => Records.Add($"{level} {message}");

        public void Log(string level, string message, params object[] args) => Records.Add($"{level} {message} {string.Join(' ', args)}");
    }
}
