using System.Diagnostics;

namespace KakaoWorkflow.Proof.Sabotage;

/// <summary>Runs programs.</summary>
internal static class ChildProgram
{
    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="OperationCanceledException">It took too long, or it was cancelled; the program is killed.</exception>
    public static async Task<Outcome> RunAsync(string folder, string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new Outcome(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
