using KakaoWorkflow.Tests.Support.Processes;

namespace KakaoWorkflow.Tests.Local.Hosting;

public sealed class HostProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder, "dynamodb.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Host_Killed_LeavesNoProcessBehindAndStartsAgainAtTheSameAddresses()
    {
        string welcome;
        using (var host = new HostProcess("--data", _folder))
        {
            welcome = await host.WelcomeAsync(Token);
            ChildPrograms.All(Database).Count.ShouldBe(1);
            host.Kill();
            await ChildPrograms.UntilAsync(() => Task.FromResult(ChildPrograms.All(Database).Count == 0));
        }

        using var again = new HostProcess("--data", _folder);
        var second = await again.WelcomeAsync(Token);
        foreach (var line in welcome.Split('\n').Where(line => line.Contains("http://127", StringComparison.Ordinal) && !line.Contains("DynamoDB", StringComparison.Ordinal)))
            second.ShouldContain(line);
        again.Terminate();
        (await again.ExitAsync(Token)).Code.ShouldBe(0);
        ChildPrograms.All(Database).ShouldBeEmpty();
    }

    [Fact]
    public async Task Host_KilledWhileFunctionsAreProcesses_LeavesNoneBehind()
    {
        using var host = new HostProcess("--data", _folder, "--lambda", "process");
        var welcome = await host.WelcomeAsync(Token);
        var aws = new Uri(welcome.Split('\n').First(line => line.Contains("AWS endpoint", StringComparison.Ordinal)).Split(' ')[^1]);
        using (var http = new HttpClient { BaseAddress = aws })
        using (var answer = await http.PostAsync("2015-03-31/functions/kakao-workflow-Quote/invocations", new StringContent("{}"), Token))
            answer.Headers.Contains("X-Amz-Function-Error").ShouldBeTrue();
        ChildPrograms.CountWithVariable("AWS_ENDPOINT_URL_SFN", aws).ShouldBe(1);

        host.Kill();
        await ChildPrograms.UntilAsync(() => Task.FromResult(ChildPrograms.CountWithVariable("AWS_ENDPOINT_URL_SFN", aws) == 0));
    }

    [Fact]
    public async Task Host_OnAFolderInUse_IsRefused()
    {
        using var first = new HostProcess("--data", _folder, "--port", "0");
        await first.WelcomeAsync(Token);
        using var second = new HostProcess("--data", _folder, "--port", "0");
        var (code, errors) = await second.ExitAsync(Token);
        code.ShouldBe(1);
        errors.ShouldContain("Another host is using the data folder");
        first.Terminate();
        (await first.ExitAsync(Token)).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("--colour", "red")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "many")]
    [InlineData("--lambda", "docker")]
    [InlineData("--wait-scale", "0.5")]
    [InlineData("--clock-ahead", "soon")]
    [InlineData("--parameter", "PointsEarnPercent")]
    [InlineData("--parameter", "=5")]
    [InlineData("--data", "")]
    public async Task CommandLine_Wrong_IsRefused(string option, string value)
    {
        using var host = new HostProcess(option, value);
        var (code, errors) = await host.ExitAsync(Token);
        code.ShouldBe(1);
        errors.ShouldContain(value.Length == 0 ? option : value);
    }
}
