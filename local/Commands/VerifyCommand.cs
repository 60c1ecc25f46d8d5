using KakaoWorkflow.Local.Demo;
using Spectre.Console;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Checks the invariants on a café's data.</summary>
internal static class VerifyCommand
{
    /// <summary>Long enough that a violation is one line, wherever it goes.</summary>
    private const int Width = 240;

    /// <returns>0 when every invariant holds, 1 otherwise.</returns>
    public static async Task<int> PrintAsync(Cafe cafe, CommandOutput output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output.Out) });
        if (console.Profile.Width < Width)
            console.Profile.Width = Width;
        return await DemoRun.VerifyAsync(cafe, console) == 0 ? 0 : 1;
    }
}
