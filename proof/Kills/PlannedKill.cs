using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>One kill.</summary>
/// <param name="Moment">In which part of the host's life.</param>
/// <param name="Fraction">How far into that part, from 0 to 1.</param>
internal sealed record PlannedKill(KillMoment Moment, double Fraction)
{
    private const double StartingShare = 0.3;
    private const double JustOpenedShare = 0.15;

    private static readonly TimeSpan JustOpenedTime = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LoadTime = TimeSpan.FromSeconds(3);

    /// <summary>Draws a kill.</summary>
    public static PlannedKill Draw(IRandomSource random)
    {
        var part = random.NextDouble();
        var moment = part < StartingShare ? KillMoment.StartingUp
            : part < StartingShare + JustOpenedShare ? KillMoment.JustOpened
            : KillMoment.UnderLoad;
        return new PlannedKill(moment, random.NextDouble());
    }

    /// <summary>How long after the start, or after the opening, it strikes.</summary>
    /// <param name="startTime">How long the host's last start took.</param>
    public TimeSpan After(TimeSpan startTime) => Moment switch
    {
        KillMoment.StartingUp => startTime * Fraction,
        KillMoment.JustOpened => JustOpenedTime * Fraction,
        _ => JustOpenedTime + (LoadTime * Fraction),
    };
}
