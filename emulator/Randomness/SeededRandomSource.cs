using System.Buffers.Binary;

namespace KakaoWorkflow.Emulator.Randomness;

/// <summary>Randomness that a seed repeats exactly (SplitMix64): for tests, demos and chaos runs, never for secrets.</summary>
/// <param name="seed">The same seed gives the same bytes, in order of the calls.</param>
public sealed class SeededRandomSource(ulong seed) : IRandomSource
{
    private readonly Lock _lock = new();
    private ulong _state = seed;

    /// <inheritdoc />
    public void Fill(Span<byte> bytes)
    {
        Span<byte> block = stackalloc byte[sizeof(ulong)];
        lock (_lock)
        {
            while (!bytes.IsEmpty)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(block, Next());
                var count = Math.Min(bytes.Length, block.Length);
                block[..count].CopyTo(bytes);
                bytes = bytes[count..];
            }
        }
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
