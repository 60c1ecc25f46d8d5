using System.CommandLine;

namespace KakaoWorkflow.Local.Commands;

/// <summary>The command line: run the café, or one of the sub-commands.</summary>
internal static class LocalCommand
{
    private const int Failure = 1;

    /// <summary>Runs a command line. What goes wrong is one line, unless nobody foresaw it.</summary>
    /// <returns>The command's exit code; 1 for a command line that is wrong and for whatever is thrown.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, InvocationConfiguration configuration, CancellationToken cancellationToken)
    {
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            return await Create().Parse(arguments).InvokeAsync(configuration, cancellationToken);
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

    private static RootCommand Create()
    {
        var host = new HostArguments();
        var root = new RootCommand("KakaoWorkflow on one machine: deploys template.yaml and runs everything that it names on 127.0.0.1.");
        foreach (var option in host.All)
            root.Add(option);
        root.SetAction((arguments, cancellationToken) => RunCommand.RunAsync(host.Read(arguments), cancellationToken));
        root.Add(Sub("demo", "Plays the café's good and bad days on data of its own, and checks the invariants.",
            (arguments, cancellationToken) => host.WithOwnDataAsync(
                arguments, DemoCommand.WaitScale, settings => DemoCommand.RunAsync(settings, cancellationToken))));
        root.Add(FaultsCommand.Create());
        root.Add(ChaosCommand.Create());
        var fuzz = new FuzzArguments();
        var fuzzing = Sub("fuzz", "Tries hostile input on every function, on data of its own: nothing may break, nothing may be written.",
            (arguments, cancellationToken) => host.WithOwnDataAsync(
                arguments, 1, settings => FuzzCommand.RunAsync(settings, fuzz.Read(arguments), cancellationToken)));
        foreach (var option in fuzz.All)
            fuzzing.Add(option);
        root.Add(fuzzing);
        root.Add(KillsCommand.Create(host));
        foreach (var command in new OperatorCommands(host).All)
            root.Add(command);
        return root;
    }

    private static Command Sub(string name, string description, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction(run);
        return command;
    }
}
