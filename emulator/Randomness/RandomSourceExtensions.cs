using System.Buffers.Binary;

namespace KakaoWorkflow.Emulator.Randomness;

/// <summary>Values drawn from an <see cref="IRandomSource"/>.</summary>
internal static class RandomSourceExtensions
{
    /// <summary>A random (version 4) UUID.</summary>
    public static Guid NewGuid(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A number from 0 (inclusive) to 1 (exclusive), with 53 random bits.</summary>
    public static double NextDouble(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        random.Fill(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 11) * (1.0 / (1UL << 53));
    }
}
