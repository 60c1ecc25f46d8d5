using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>Small numbers from a random source.</summary>
internal sealed class Dice(IRandomSource random)
{
    /// <summary>From 0 up to and without a limit.</summary>
    public int Below(int limit) => (int)(random.NextDouble() * limit);

    /// <summary>True once in so many times.</summary>
    public bool Chance(int oneIn) => Below(oneIn) == 0;

    /// <summary>A seed for something else.</summary>
    public ulong Seed()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        random.Fill(bytes);
        return BitConverter.ToUInt64(bytes);
    }
}
