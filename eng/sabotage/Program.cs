using KakaoWorkflow.Proof.Progress;
using KakaoWorkflow.Sabotage;

// Breaks production code, one line at a time, in a scratch copy, and shows that the tests notice.
//   dotnet run --project eng/sabotage            all breakages
//   dotnet run --project eng/sabotage -- NAME …  these alone
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
var root = Root();
var all = Breakage.ReadAll(Path.Combine(root, "eng", "sabotage", "sabotages.json"));
var unknown = args.Except(all.Select(breakage => breakage.Name)).ToList();
if (unknown.Count > 0)
{
    await Console.Error.WriteLineAsync($"There is no breakage {string.Join(", ", unknown)}. There are: {string.Join(", ", all.Select(breakage => breakage.Name))}.");
    return 2;
}
var chosen = args.Length == 0 ? all : [.. all.Where(breakage => args.Contains(breakage.Name))];

#pragma warning disable RS0030 // the composition root names the system's clock
var progress = LongRun.OnConsole("sabotage", "breakages", TimeProvider.System);
#pragma warning restore RS0030
return await progress.ShowAsync(async () =>
{
    using var copy = await ScratchCopy.OfAsync(root, stopping.Token);
    return await new SabotageRun(copy, Console.Out, progress).RunAsync(chosen, stopping.Token);
}) ? 0 : 1;

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KakaoWorkflow.sln")))
        folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the program.");
}
