namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>Limits of functions that run as processes.</summary>
internal sealed record ProcessLambdaOptions
{
    /// <summary>Processes of one function at once; further events wait.</summary>
    public int MaxProcessesPerFunction { get; init; } = 8;

    /// <summary>Events of one function that may wait for a process; further ones are throttled.</summary>
    public int MaxWaitingPerFunction { get; init; } = 1000;

    /// <summary>How long a process may take until it asks for its first event. AWS gives 10 seconds; a small machine that starts several gets more.</summary>
    public TimeSpan InitTime { get; init; } = TimeSpan.FromSeconds(30);
}
