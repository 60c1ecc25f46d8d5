using System.Collections.Concurrent;
using Amazon.Lambda.Core;

namespace KakaoWorkflow.Tests.Support.Lambdas;

/// <summary>Keeps each line with the values that were put into it.</summary>
internal sealed class TestLambdaLog : ILambdaLogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => _lines.Enqueue(message);

    public void Log(string level, string message) => _lines.Enqueue($"{level}: {message}");

    public void Log(string level, string message, params object[] args) =>
        _lines.Enqueue($"{level}: {message} | {string.Join(" | ", args)}");

    public void Log(string level, Exception exception, string message, params object[] args) =>
        Log(level, $"{message} {exception}", args);
}
