using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Tests.Support.Clocks;
using Microsoft.Extensions.Logging.Abstractions;

namespace KakaoWorkflow.Tests.Local.Hosting;

/// <summary>The executable of the functions, as a process over the Runtime API.</summary>
public sealed class BootstrapTests
{
    [Fact]
    public async Task EventOfTheWrongShape_IsAnsweredWithItsErrorDocument()
    {
        var quote = new FunctionConfiguration(
            "Quote", "Quote", "arn:aws:lambda:ap-northeast-2:000000000000:function:Quote", "Quote", TimeoutSeconds: 30, MemoryMegabytes: 512,
            new Dictionary<string, string>
            {
                ["TABLE_NAME"] = "none",
                ["AWS_REGION"] = "ap-northeast-2",
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
            });
        var program = new FunctionProgram(["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "bootstrap.dll")], AppContext.BaseDirectory);
        await using var lambda = await ProcessLambda.StartAsync(
            new Dictionary<FunctionConfiguration, FunctionProgram> { [quote] = program },
            new ProcessLambdaOptions { InitTime = TimeSpan.FromMinutes(2) }, RealTime.Clock, new SeededRandomSource(1), NullLoggerFactory.Instance);

        var answer = await lambda.RunAsync(
            new FunctionCall(quote, quote.Arn, "1", "Root=1", "[]"u8.ToArray()), TestContext.Current.CancellationToken);

        JsonNode.Parse(answer.Payload.Span)!["errorType"]!.GetValue<string>().ShouldBe("JsonSerializerException");
    }
}
