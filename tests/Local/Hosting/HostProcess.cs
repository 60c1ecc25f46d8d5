using System.Diagnostics;

namespace KakaoWorkflow.Tests.Local.Hosting;

/// <summary>The program itself as a child of the test, to be stopped or killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    public HostProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "KakaoWorkflow.Local.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    /// <summary>Reads until the line that ends the welcome; returns all of it.</summary>
    public async Task<string> WelcomeAsync(CancellationToken cancellationToken)
    {
        var text = "";
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            text += line + "\n";
            if (line.Contains("Ctrl-C closes", StringComparison.Ordinal))
                return text;
        }
        throw new InvalidOperationException($"The host ended: {text}{await _process.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    public async Task<(int Code, string Errors)> ExitAsync(CancellationToken cancellationToken)
    {
        var errors = await _process.StandardError.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, errors);
    }

    public void Terminate() => Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary><c>kill -9</c> of this process alone.</summary>
    public void Kill() => _process.Kill(entireProcessTree: false);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
