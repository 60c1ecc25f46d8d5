using System.CommandLine;

namespace KakaoWorkflow.Local.Commands;

/// <summary>The command line: run the café, or one of the sub-commands.</summary>
internal static class LocalCommand
{
    public static RootCommand Create()
    {
        var host = new HostArguments();
        var root = new RootCommand("KakaoWorkflow on one machine: deploys template.yaml and runs everything that it names on 127.0.0.1.");
        foreach (var option in host.All)
            root.Add(option);
        root.SetAction((arguments, cancellationToken) => RunCommand.RunAsync(host.Read(arguments), cancellationToken));
        return root;
    }
}
