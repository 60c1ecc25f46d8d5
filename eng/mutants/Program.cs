using System.Globalization;
using KakaoWorkflow.Mutants;
using KakaoWorkflow.Mutants.Finding;
using KakaoWorkflow.Proof.Progress;

// Changes production code, one small change at a time, and counts which changes the tests notice. See docs/mutation.md.
//   dotnet run -c Release --project eng/mutants                   all folders; goes on where it was stopped
//   dotnet run -c Release --project eng/mutants -- --only TEXT    the mutants whose name has this text, for example Points/
//   --workers N (1)   how many at once      --list   only lists them      --fresh   forgets what is known      --page   only writes the page
//   --near   leaves out the second pass, which runs all tests on what the tests near to it did not catch
const int BadArguments = 2;

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
if (Options.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync("Usage: [--only TEXT] [--workers N] [--list] [--fresh] [--near] [--page]");
    return BadArguments;
}
#pragma warning disable RS0030 // the composition root names the system's clock
var time = TimeProvider.System;
#pragma warning restore RS0030
var root = Root();
var progress = LongRun.OnConsole("mutants", "mutants", time);
try
{
    return await progress.ShowAsync(RunAsync);
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped. The same command goes on from here.");
    return 1;
}
catch (InvalidOperationException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}

async Task<int> RunAsync()
{
    if (options.Tries)
    {
        progress.Count.Doing("building the tests");
        await Bench.BuildAsync(root, stopping.Token);
    }
    progress.Count.Doing("looking for mutants");
    var compiler = await MutantCompiler.OpenAsync(root, stopping.Token);
    IReadOnlyList<Mutant> mutants =
    [
        .. compiler.Trees
            .Where(file => TestChoice.Folders.Contains(file.Key.Split('/')[0]))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .SelectMany(file => MutantFinder.Find(file.Key, file.Value)),
    ];
    var chosen = mutants.Where(mutant => options.Only is null || mutant.Key.Contains(options.Only, StringComparison.OrdinalIgnoreCase)).ToList();
    if (chosen.Count == 0)
        throw new InvalidOperationException($"No mutant has '{options.Only}' in its name.");
    if (options.Lists)
    {
        foreach (var mutant in chosen)
            Console.WriteLine(mutant.Key);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chosen.Count} mutants"));
        return 0;
    }
    var judgements = Judgements.Open(root, options.Fresh);
    try
    {
        if (options.Tries)
            await new MutantRun(root, compiler, judgements, progress, time).RunAsync(chosen, options.Workers, !options.OnlyNear, stopping.Token);
    }
    finally
    {
        MutantPage.Write(root, mutants, judgements, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }
    return 0;
}

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KakaoWorkflow.sln")))
        folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the program.");
}
