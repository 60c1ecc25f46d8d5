using Spectre.Console;

namespace KakaoWorkflow.Proof.Progress;

/// <summary>
/// Shows how far a long command is: a bar that lives where a terminal is, otherwise a plain line at once and then every ten seconds.
/// </summary>
/// <param name="name">The command.</param>
/// <param name="unit">What it counts, in the plural.</param>
/// <param name="console">Where it is shown; not where the result goes.</param>
/// <param name="time">The machine's clock.</param>
internal sealed class LongRun(string name, string unit, IAnsiConsole console, TimeProvider time)
{
    /// <summary>The time between two plain lines.</summary>
    public static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();

    /// <summary>What is shown.</summary>
    public RunCount Count { get; } = new(unit, time);

    private bool IsTerminal => console.Profile.Out.IsTerminal;

    /// <summary>Shows progress on standard error.</summary>
    public static LongRun OnConsole(string name, string unit, TimeProvider time) => new(
        name, unit, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }), time);

    /// <summary>Says a line beside the progress, for example a violation.</summary>
    public void Say(string line)
    {
        // A console that is no terminal would break lines at its supposed width.
        lock (_lock)
        {
            if (IsTerminal)
                console.WriteLine(line);
            else
                console.Profile.Out.Writer.WriteLine(line);
        }
    }

    /// <summary>Does the work and shows how far it is until it ends.</summary>
    public async Task<T> ShowAsync<T>(Func<Task<T>> work)
    {
        if (!IsTerminal)
        {
            Say($"{name}: {Count}");
            await using var lines = time.CreateTimer(_ => Say($"{name}: {Count}"), null, LineInterval, LineInterval);
            return await work();
        }
        return await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(name, maxValue: 1);
                await using var frames = time.CreateTimer(_ => Draw(task), null, TimeSpan.Zero, Frame);
                var result = await work();
                Draw(task);
                return result;
            });
    }

    private void Draw(ProgressTask task)
    {
        task.Description = Markup.Escape($"{name}: {Count}");
        task.IsIndeterminate = Count.Share is null;
        task.Value = Count.Share ?? 0;
    }
}
