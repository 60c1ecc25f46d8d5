using System.CommandLine;

namespace KakaoWorkflow.Local.Commands;

/// <summary>The command line: run the café, or one of the sub-commands.</summary>
internal static class LocalCommand
{
    /// <inheritdoc cref="CommandRun.RunAsync" />
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, InvocationConfiguration configuration, CancellationToken cancellationToken) =>
        CommandRun.RunAsync(Create(), arguments, configuration, cancellationToken);

    private static RootCommand Create()
    {
        var host = new HostArguments();
        var root = new RootCommand("KakaoWorkflow on one machine: deploys template.yaml and runs everything that it names on 127.0.0.1.");
        foreach (var option in host.All)
            root.Add(option);
        root.SetAction((arguments, cancellationToken) => RunCommand.RunAsync(host.Read(arguments), cancellationToken));
        var demo = new Command("demo", "Plays the café's good and bad days on data of its own, and checks the invariants.");
        demo.SetAction((arguments, cancellationToken) => host.WithOwnDataAsync(
            arguments, DemoCommand.WaitScale, settings => DemoCommand.RunAsync(settings, cancellationToken)));
        root.Add(demo);
        foreach (var command in new OperatorCommands(host).All)
            root.Add(command);
        return root;
    }
}
