using System.CommandLine;
using KakaoWorkflow.Local.Commands;
using KakaoWorkflow.Proof.Progress;
using KakaoWorkflow.Proof.Sabotage;

namespace KakaoWorkflow.Proof.Commands;

/// <summary>Breaks production code, one line at a time, in a scratch copy, and shows that the tests notice.</summary>
internal static class SabotageCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("breakages") { Description = "The breakages; all of the list where none is named.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("sabotage", "Breaks the code on purpose, one line at a time, in a scratch copy, and shows which test notices.") { names };
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(names) ?? [], cancellationToken));
        return command;
    }

    /// <returns>0 when every breakage was caught, 1 when not, 2 when there is none of a name.</returns>
    private static async Task<int> RunAsync(string[] names, CancellationToken cancellationToken)
    {
        var root = Root();
        var all = Breakage.ReadAll(Path.Combine(root, Breakage.List));
        var unknown = names.Except(all.Select(breakage => breakage.Name)).ToList();
        if (unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync($"There is no breakage {string.Join(", ", unknown)}. There are: {string.Join(", ", all.Select(breakage => breakage.Name))}.");
            return 2;
        }
        using var signals = new StopSignals();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signals.Token);
#pragma warning disable RS0030 // the composition root names the system's clock
        var progress = LongRun.OnConsole("sabotage", "breakages", TimeProvider.System);
#pragma warning restore RS0030
        return await progress.ShowAsync(async () =>
        {
            using var copy = await ScratchCopy.OfAsync(root, stopping.Token);
            return await new SabotageRun(copy, Console.Out, progress).RunAsync(
                names.Length == 0 ? all : [.. all.Where(breakage => names.Contains(breakage.Name))], stopping.Token);
        }) ? 0 : 1;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KakaoWorkflow.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the program.");
    }
}
