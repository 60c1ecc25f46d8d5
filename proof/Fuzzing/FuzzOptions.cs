namespace KakaoWorkflow.Proof.Fuzzing;

/// <summary>What to try.</summary>
internal sealed record FuzzOptions
{
    /// <summary>The most inputs of one run.</summary>
    public const int MaxInputs = 10_000_000;

    /// <summary>How many inputs, 1 to <see cref="MaxInputs"/>.</summary>
    public int Inputs { get; init; } = 100_000;

    /// <summary>The same seed makes the same inputs.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The number of the one input to try, from 1; null for all.</summary>
    public int? Only { get; init; }

    /// <summary>How many inputs are tried at once, each in a world of its own.</summary>
    public int Workers { get; init; } = 2;
}
