using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Chaos;

/// <summary>Decides from a call's name alone whether it is struck, so new calls are covered the day they appear.</summary>
/// <param name="Seed">The same seed strikes the same calls.</param>
/// <param name="PerTenThousand">How many of ten thousand calls are struck.</param>
internal sealed record FaultLaw(ulong Seed, int PerTenThousand)
{
    private const uint Whole = 10_000;

    /// <summary>Of the kills, which cost a new start of everything each, only one in so many is carried out.</summary>
    private const uint KillsKept = 3;

    /// <summary>What goes wrong with a call; null for nothing.</summary>
    public FaultKind? Of(CallName call)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}/{call}"), hash);
        if (Number(hash, 0) % Whole >= PerTenThousand)
            return null;
        var kinds = Fault.KindsOf(call).ToList();
        var kind = kinds[(int)(Number(hash, 1) % (uint)kinds.Count)];
        return kind is FaultKind.KilledBefore or FaultKind.KilledAfter && Number(hash, 2) % KillsKept != 0 ? null : kind;
    }

    private static uint Number(ReadOnlySpan<byte> hash, int index) => BinaryPrimitives.ReadUInt32LittleEndian(hash[(index * sizeof(uint))..]);
}
