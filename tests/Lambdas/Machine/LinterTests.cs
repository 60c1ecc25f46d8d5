using System.ComponentModel;
using System.Diagnostics;

namespace KakaoWorkflow.Tests.Lambdas.Machine;

/// <summary>What others' linters say. They are no part of the build: where one is not installed, its test is skipped.</summary>
public sealed class LinterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public Task Template_PassesCfnLint() => PassesAsync("cfn-lint", Deployed.TemplatePath);

    [Fact]
    public Task Definition_PassesAslValidator() => PassesAsync("asl-validator", "--json-path", Deployed.DefinitionPath);

    private static async Task PassesAsync(string linter, params string[] arguments)
    {
        var start = new ProcessStartInfo(linter, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Start(start);
        if (process is null)
        {
            Assert.Skip($"{linter} is not installed.");
            return;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            process.ExitCode.ShouldBe(0, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
