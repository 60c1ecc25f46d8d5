namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>How functions run as processes.</summary>
public sealed record ProcessLambdaOptions
{
    /// <summary>The program and its arguments, the same for every function: <c>_HANDLER</c> tells it which one it is.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Where the code is (<c>LAMBDA_TASK_ROOT</c>).</summary>
    public string CodeFolder { get; init; } = AppContext.BaseDirectory;

    /// <summary>Processes of one function at once; further events wait.</summary>
    public int MaxProcessesPerFunction { get; init; } = 8;

    /// <summary>Events of one function that may wait for a process; further ones are throttled.</summary>
    public int MaxWaitingPerFunction { get; init; } = 1000;

    /// <summary>How long a process may take until it asks for its first event. AWS gives 10 seconds; a small machine that starts several gets more.</summary>
    public TimeSpan InitTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Runs <c>bootstrap.dll</c>, the executable of <c>lambdas/</c>, which the build puts beside this program.</summary>
    public static ProcessLambdaOptions Bootstrap() => new()
    {
        Command = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "bootstrap.dll")],
    };
}
