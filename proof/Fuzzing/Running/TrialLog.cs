using System.Collections.Concurrent;
using Amazon.Lambda.Core;

namespace KakaoWorkflow.Proof.Fuzzing.Running;

/// <summary>Keeps what a function logs while it handles an input.</summary>
internal sealed class TrialLog : ILambdaLogger
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<LogLine> Lines => [.. _lines];

    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => Log("Information", message);

    public void Log(string level, string message) => _lines.Enqueue(new LogLine(level, message, message));

    public void Log(string level, string message, params object[] args) =>
        _lines.Enqueue(new LogLine(level, message, $"{message} | {string.Join(" | ", args)}"));

    public void Log(string level, Exception exception, string message, params object[] args) =>
        Log(level, $"{message} {exception}", args);
}
