using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>How a run is set up.</summary>
internal sealed record KillRunOptions
{
    /// <summary>15 minutes to pay become 15 seconds.</summary>
    public const double DefaultWaitScale = 60;

    /// <summary>Where the host keeps everything; the run's log is put there too.</summary>
    public required string DataFolder { get; init; }

    /// <summary>How many kills.</summary>
    public int Kills { get; init; } = 50;

    /// <summary>Gives the moments of the kills and what each customer wants. How the machine interleaves it all it does not give.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many customers order at once.</summary>
    public int Customers { get; init; } = 12;

    /// <summary>What the executions' waits are divided by.</summary>
    public double WaitScale { get; init; } = DefaultWaitScale;

    /// <summary>Where functions run.</summary>
    public LambdaMode Lambda { get; init; }
}
