using System.CommandLine;
using KakaoWorkflow.Local.Commands;

namespace KakaoWorkflow.Proof.Commands;

/// <summary>The command line: each sub-command tries to break the café in its own way, and checks the invariants.</summary>
internal static class ProofCommand
{
    /// <inheritdoc cref="CommandRun.RunAsync" />
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, InvocationConfiguration configuration, CancellationToken cancellationToken)
    {
        var host = new HostArguments();
        var root = new RootCommand("Tries to break the café on this machine, and checks that no won, no point and no order is lost.")
        {
            FaultsCommand.Create(),
            ChaosCommand.Create(),
            FuzzCommand.Create(host),
            KillsCommand.Create(host),
            SabotageCommand.Create(),
        };
        foreach (var option in host.All)
            root.Add(option);
        return CommandRun.RunAsync(root, arguments, configuration, cancellationToken);
    }
}
