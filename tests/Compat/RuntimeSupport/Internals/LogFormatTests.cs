using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Logging;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Compat.RuntimeSupport.Internals;

public sealed class LogFormatTests
{
    private static readonly InvocationHeaders Invocation = new() { AwsRequestId = "r-1", TraceId = "Root=1" };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 9, 30, 0, 123, TimeSpan.FromHours(9)));
    private readonly StringWriter _output = new();

    [Theory]
    [InlineData(LogLevel.Trace, "trce")]
    [InlineData(LogLevel.Debug, "dbug")]
    [InlineData(LogLevel.Information, "info")]
    [InlineData(LogLevel.Warning, "warn")]
    [InlineData(LogLevel.Error, "fail")]
    [InlineData(LogLevel.Critical, "crit")]
    public void Text_Record_IsOneLineOfTabs(LogLevel level, string label)
    {
        Logger(LogFormat.Text).Log(level, "{Count}잔 {Total:N0}원", 2, 9000);

        _output.ToString().ShouldBe($"2026-03-01T00:30:00.123Z\tr-1\t{label}\t2잔 9,000원{Environment.NewLine}");
    }

    [Fact]
    public void Unformatted_Record_IsTheMessage()
    {
        Logger(LogFormat.Unformatted).LogInformation("plain");

        _output.ToString().ShouldBe($"plain{Environment.NewLine}");
    }

    [Fact]
    public void Text_Exception_FollowsTheMessage()
    {
        Logger(LogFormat.Text).LogError(new TimeoutException("slow"), "approve {Order}", "o-1");

        _output.ToString().ShouldEndWith($"fail\tapprove o-1\nSystem.TimeoutException: slow{Environment.NewLine}");
    }

    [Fact]
    public void Json_Record_KeepsEachArgument()
    {
        Logger(LogFormat.Json).LogWarning(
            "{Order} {Count} {Paid} {Won:N0} {Items} {Nothing} {level}", "o-1", 2, true, 9000m, new[] { "a", "b" }, null!, "mine");

        JsonNode.DeepEquals(
            JsonNode.Parse(_output.ToString()),
            JsonNode.Parse(
                """
                {"timestamp":"2026-03-01T00:30:00.123Z","level":"Warning","requestId":"r-1","traceId":"Root=1",
                 "message":"o-1 2 True 9,000 System.String[]  mine","Order":"o-1","Count":2,"Paid":true,"Won":9000,"Items":["a","b"],"Nothing":null}
                """)).ShouldBeTrue(_output.ToString());
    }

    [Fact]
    public void Json_Exception_HasItsFullNameAndLines()
    {
        var exception = Should.Throw<TimeoutException>(() => throw new TimeoutException("느림"));

        Logger(LogFormat.Json).LogError(exception, "failed");

        var record = JsonNode.Parse(_output.ToString())!;
        record["errorType"]!.GetValue<string>().ShouldBe("System.TimeoutException");
        record["errorMessage"]!.GetValue<string>().ShouldBe("느림");
        record["stackTrace"]!.AsArray().Count.ShouldBeGreaterThan(0);
        _output.ToString().Count(character => character == '\n').ShouldBe(1);
    }

    [Fact]
    public void Json_LongList_IsCutAtOneHundred()
    {
        Logger(LogFormat.Json).LogInformation("{Items}", Enumerable.Range(0, 101));

        JsonNode.Parse(_output.ToString())!["Items"]!.AsArray().Count.ShouldBe(100);
    }

    [Theory]
    [InlineData("a {{b}} {C}", "a {b} 1")]
    [InlineData("{A} {B}", "1 {B}")]
    [InlineData("no place", "no place")]
    [InlineData("open { brace", "open { brace")]
    [InlineData("{} empty", "{} empty")]
    public void Template_OddPlaces_StayReadable(string template, string expected) =>
        new MessageTemplate(template, [1]).Text.ShouldBe(expected);

    [Fact]
    public void Template_WithoutArguments_IsNotRead() => new MessageTemplate("""{"json":true}""", []).Text.ShouldBe("""{"json":true}""");

    [Theory]
    [InlineData("warn", LogLevel.Warning)]
    [InlineData("FATAL", LogLevel.Critical)]
    [InlineData("Information", LogLevel.Information)]
    [InlineData("loud", LogLevel.Information)]
    [InlineData(null, LogLevel.Information)]
    public void Level_FromLambda_IsRead(string? value, LogLevel expected) =>
        LogSettings.Read(name => name == "AWS_LAMBDA_LOG_LEVEL" ? value : null).MinimumLevel.ShouldBe(expected);

    [Fact]
    public void Settings_OfTheHandler_WinOverLambdas()
    {
        var variables = new Dictionary<string, string>
        {
            ["AWS_LAMBDA_HANDLER_LOG_LEVEL"] = "error",
            ["AWS_LAMBDA_LOG_LEVEL"] = "debug",
            ["AWS_LAMBDA_HANDLER_LOG_FORMAT"] = "Unformatted",
            ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
        };

        LogSettings.Read(name => variables.GetValueOrDefault(name)).ShouldBe(new LogSettings(LogLevel.Error, LogFormat.Unformatted));
    }

    [Fact]
    public void Record_BelowTheLevel_IsNotWritten()
    {
        var logger = new FunctionLog(new LogSettings(LogLevel.Warning, LogFormat.Text), _output, _time).For(Invocation);

        logger.LogInformation("quiet");
        logger.LogLine("quiet too");
        logger.LogWarning("loud");

        _output.ToString().ShouldEndWith($"loud{Environment.NewLine}");
        _output.ToString().ShouldNotContain("quiet");
    }

    private ILambdaLogger Logger(LogFormat format) =>
        new FunctionLog(new LogSettings(LogLevel.Trace, format), _output, _time).For(Invocation);
}
