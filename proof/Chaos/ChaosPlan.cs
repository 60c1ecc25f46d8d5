using System.Security.Cryptography;
using System.Text;
using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>A long run, cut into rounds.</summary>
/// <param name="Seed">Decides all rounds.</param>
/// <param name="Orders">How many orders there are in all.</param>
/// <param name="OrdersPerRound">How many there are in each round but the last.</param>
internal sealed record ChaosPlan(ulong Seed, int Orders, int OrdersPerRound)
{
    /// <summary>How many rounds there are.</summary>
    public int Rounds => (Orders + OrdersPerRound - 1) / OrdersPerRound;

    /// <summary>One round's schedule.</summary>
    /// <param name="round">From 1.</param>
    public ChaosSchedule Round(int round)
    {
        // A seed of its own for each round, so that one can be played without those before it.
        var seed = new Dice(new SeededRandomSource(unchecked(Seed + ((ulong)round * 0xD1B54A32D192ED03)))).Seed();
        return ScheduleGenerator.Draw(seed, Math.Min(OrdersPerRound, Orders - ((round - 1) * OrdersPerRound)));
    }

    /// <summary>Short for all schedules: equal for equal ones.</summary>
    public string Digest()
    {
        var all = string.Concat(Enumerable.Range(1, Rounds).Select(round => Round(round).Digest()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 8));
    }
}
