using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>
/// Names one delivery of one message: the count tells the newest delivery from older ones, so a handle needs no
/// storage of its own and holds across restarts.
/// </summary>
/// <param name="QueueId">The queue that delivered the message.</param>
/// <param name="Position">The message's place in the store.</param>
/// <param name="ReceiveCount">Which delivery it was, from 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReceiptHandle(long QueueId, long Position, int ReceiveCount)
{
    private const int IdentityBytes = sizeof(long) + sizeof(long) + sizeof(int);
    private const int CheckBytes = 4;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[IdentityBytes + CheckBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, QueueId);
        BinaryPrimitives.WriteInt64BigEndian(bytes[sizeof(long)..], Position);
        BinaryPrimitives.WriteInt32BigEndian(bytes[(2 * sizeof(long))..], ReceiveCount);
        Check(bytes[..IdentityBytes], bytes[IdentityBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a handle of the given queue; false for a text that this queue cannot have issued.</summary>
    public static bool TryParse(string text, long queueId, out ReceiptHandle handle)
    {
        handle = default;
        Span<byte> bytes = stackalloc byte[IdentityBytes + CheckBytes];
        Span<byte> check = stackalloc byte[CheckBytes];
        if (text.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written)
            || written != bytes.Length)
        {
            return false;
        }

        Check(bytes[..IdentityBytes], check);
        if (!check.SequenceEqual(bytes[IdentityBytes..]))
            return false;
        handle = new ReceiptHandle(
            BinaryPrimitives.ReadInt64BigEndian(bytes),
            BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(long)..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[(2 * sizeof(long))..]));
        return handle.QueueId == queueId;
    }

    /// <summary>Tells a handle from a typing error; it is no protection, since whoever reaches the queue may delete anyway.</summary>
    private static void Check(ReadOnlySpan<byte> identity, Span<byte> check)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(identity, hash);
        hash[..CheckBytes].CopyTo(check);
    }
}
