using KakaoWorkflow.Emulator.Cli;

namespace KakaoWorkflow.Tests.Emulator.Cli;

public sealed class EmulatorCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emulator-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Template_IsServedUntilItIsStopped()
    {
        var template = Path.Combine(_folder, "template.yaml");
        await File.WriteAllTextAsync(
            template,
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Pause:
                Type: AWS::Serverless::StateMachine
                Properties: { Definition: { StartAt: P, States: { P: { Type: Pass, End: true } } } }
            """,
            TestContext.Current.CancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new NoticedWriter("HTTP API", stop.Cancel);
        var code = await EmulatorCommand.RunAsync(["--template", template], new() { Output = output, Error = output }, stop.Token);
        output.ToString().ShouldContain("AWS endpoint  http://127.0.0.1:");
        code.ShouldBe(0);
    }

    [Theory]
    [InlineData("--template")]
    [InlineData("none.yaml", "--template", "none.yaml")]
    [InlineData("--port must be from 0 to 65535", "--template", "/dev/null", "--port", "65536")]
    [InlineData("--parameter must be NAME=", "--template", "/dev/null", "--parameter", "A")]
    [InlineData("--parameter must be NAME=", "--template", "/dev/null", "--parameter", "A=1", "--parameter", "A=2")]
    [InlineData("exactly one YAML document", "--template", "/dev/null")]
    public async Task Arguments_ThatAreWrong_AreNamed(string text, params string[] arguments)
    {
        await using var output = new StringWriter();
        (await EmulatorCommand.RunAsync(arguments, new() { Output = TextWriter.Null, Error = output }, TestContext.Current.CancellationToken)).ShouldBe(1);
        output.ToString().ShouldContain(text);
    }

    /// <summary>Says when a text was written.</summary>
    private sealed class NoticedWriter(string text, Action notice) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.StartsWith(text, StringComparison.Ordinal) == true)
                notice();
        }
    }
}
