using System.CommandLine;

namespace KakaoWorkflow.Local.Commands;

/// <summary>How a command line runs, and how it ends.</summary>
internal static class CommandRun
{
    private const int Failure = 1;

    /// <summary>Runs a command line. What goes wrong is one line, unless nobody foresaw it.</summary>
    /// <returns>The command's exit code; 1 for a command line that is wrong and for whatever is thrown.</returns>
    public static async Task<int> RunAsync(
        RootCommand command, IReadOnlyList<string> arguments, InvocationConfiguration configuration, CancellationToken cancellationToken)
    {
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            return await command.Parse(arguments).InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return Failure;
        }
#pragma warning disable CA1031 // the last word on every error
        catch (Exception error)
#pragma warning restore CA1031
        {
            await configuration.Error.WriteLineAsync(UserMatter.Is(error) ? error.Message : error.ToString());
            return Failure;
        }
    }
}
