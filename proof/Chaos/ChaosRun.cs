using System.Collections.Concurrent;
using KakaoWorkflow.Proof.Play;
using KakaoWorkflow.Proof.Progress;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>Plays the rounds of a plan in several cafés at once, each with a clock and data of its own, until one is violated.</summary>
/// <param name="plan">The rounds.</param>
/// <param name="openAsync">Opens a café.</param>
/// <param name="count">Counts orders.</param>
internal sealed class ChaosRun(ChaosPlan plan, Func<Task<VirtualCafe>> openAsync, RunCount count)
{
    /// <summary>A café mostly looks whether anything still moves.</summary>
    private const int CafesPerProcessor = 4;

    private readonly Lock _lock = new();

    /// <summary>What was done so far.</summary>
    public ChaosReport Report { get; } = new();

    /// <summary>The first round after which something was not as it must be; null when none was.</summary>
    public (int Round, ChaosOutcome Outcome)? Failure { get; private set; }

    /// <summary>Plays rounds.</summary>
    /// <param name="rounds">Their numbers.</param>
    /// <param name="cancellationToken">Stops between two rounds.</param>
    /// <returns>How many rounds were played.</returns>
    public async Task<int> PlayAsync(IReadOnlyList<int> rounds, CancellationToken cancellationToken)
    {
        count.Begin(rounds.Sum(round => plan.Round(round).Orders));
        var left = new ConcurrentQueue<int>(rounds);
        var cafes = Math.Min(Environment.ProcessorCount * CafesPerProcessor, rounds.Count);
        await Task.WhenAll(Enumerable.Range(0, cafes).Select(_ => Task.Run(() => WorkAsync(left, cancellationToken), cancellationToken)));
        return rounds.Count - left.Count;
    }

    private async Task WorkAsync(ConcurrentQueue<int> left, CancellationToken cancellationToken)
    {
        await using var cafe = await openAsync();
        var play = new ChaosRound(cafe);
        while (Failure is null && left.TryDequeue(out var round))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var schedule = plan.Round(round);
            var outcome = await play.PlayAsync(schedule);
            lock (_lock)
            {
                Report.Add(schedule, outcome);
                if (outcome.Problems.Count > 0)
                    Failure ??= (round, outcome);
                count.Add(schedule.Orders, outcome.Problems.Count);
            }
        }
    }
}
