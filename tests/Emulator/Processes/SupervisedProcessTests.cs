using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using KakaoWorkflow.Emulator.Processes;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Emulator.Processes;

public sealed class SupervisedProcessTests
{
    private readonly ConcurrentQueue<string> _lines = new();

    [Fact]
    public async Task Exit_OfTheChild_IsItsCode()
    {
        await using var process = Start("TERM", "echo one; echo two >&2; echo \"$VALUE\"; exit 42");
        (await process.Exited).ShouldBe(42);
        await UntilAsync(() => _lines.Count == 3);
        _lines.ShouldBe(["one", "two", "it's $HOME"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("TERM", "trap 'echo ended; exit 0' TERM; echo $$; while :; do sleep 0.05; done", true)]
    [InlineData("KILL", "echo $$; exec sleep 600", false)]
    [InlineData("TERM", "trap '' TERM; echo $$; exec sleep 600", false)]
    public async Task Stop_EndsTheChild(string signal, string script, bool inOrder)
    {
        await using var process = Start(signal, script);
        var pid = await FirstLineAsync();
        await process.StopAsync(TimeSpan.FromSeconds(inOrder ? 30 : 1), RealTime.Clock);
        await EndedAsync(pid);
        if (inOrder)
            await UntilAsync(() => _lines.Contains("ended"));
        else
            _lines.ShouldNotContain("ended");
    }

    [Fact]
    public async Task Dispose_OfARunningChild_KillsIt()
    {
        var process = Start("TERM", "echo $$; exec sleep 600");
        var pid = await FirstLineAsync();
        await process.DisposeAsync();
        await EndedAsync(pid);
    }

    private SupervisedProcess Start(string signal, string script) => SupervisedProcess.Start(
        ["/bin/sh", "-c", script], new Dictionary<string, string?> { ["VALUE"] = "it's $HOME" }, signal, _lines.Enqueue);

    private async Task<string> FirstLineAsync()
    {
        await UntilAsync(() => !_lines.IsEmpty);
        return _lines.First();
    }

    private static Task EndedAsync(string pid) =>
        UntilAsync(() => Process.GetProcesses().All(process => process.Id != int.Parse(pid, CultureInfo.InvariantCulture)));

    /// <summary>The last lines of a process arrive after its end.</summary>
    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await RealTime.PauseAsync();
    }
}
