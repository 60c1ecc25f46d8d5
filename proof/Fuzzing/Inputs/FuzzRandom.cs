using System.Buffers.Binary;
using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Proof.Fuzzing.Inputs;

/// <summary>The choices of one input: the same seed gives the same choices, in order of the calls.</summary>
/// <param name="seed">The seed.</param>
internal sealed class FuzzRandom(ulong seed)
{
    // Not SplitMix64's own step, so that the streams of neighbouring inputs do not run into each other.
    private const ulong InputStep = 0xD1342543DE82EF95;

    private readonly SeededRandomSource _source = new(seed);

    /// <summary>The choices of an input of a run.</summary>
    public static FuzzRandom Of(ulong seed, int number)
    {
        Span<byte> mixed = stackalloc byte[sizeof(ulong)];
        new SeededRandomSource(seed).Fill(mixed);
        return new FuzzRandom(unchecked(BinaryPrimitives.ReadUInt64LittleEndian(mixed) + ((ulong)number * InputStep)));
    }

    /// <summary>From 0 to below a count, which is at least 1.</summary>
    public int Below(int count)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        _source.Fill(bytes);
        return (int)(BinaryPrimitives.ReadUInt64LittleEndian(bytes) % (ulong)count);
    }

    /// <summary>True in so many of a thousand cases.</summary>
    public bool Chance(int perMille) => Below(1_000) < perMille;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
