using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>The MD5 digests with which SQS clients check that nothing was damaged on the way.</summary>
internal static class MessageDigest
{
    private const byte StringTransport = 1;
    private const byte BinaryTransport = 2;

    /// <summary>The MD5 of the text in UTF-8, as lower-case hexadecimal digits.</summary>
    public static string OfBody(string body) => Hash(Encoding.UTF8.GetBytes(body));

    /// <summary>
    /// The digest of attributes as the SQS developer guide defines it: by name in ordinal order, each as the
    /// length-prefixed name, the length-prefixed data type, one byte for the kind, and the length-prefixed value.
    /// </summary>
    /// <returns>Null when there is nothing to digest.</returns>
    public static string? OfAttributes(IEnumerable<KeyValuePair<string, MessageAttributeValue>> attributes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            WritePrefixed(buffer, Encoding.UTF8.GetBytes(name));
            WritePrefixed(buffer, Encoding.UTF8.GetBytes(value.DataType));
            buffer.Write([value.BinaryValue is null ? StringTransport : BinaryTransport]);
            WritePrefixed(buffer, value.BinaryValue is { } bytes ? bytes.Span : Encoding.UTF8.GetBytes(value.StringValue ?? ""));
        }
        return buffer.WrittenCount == 0 ? null : Hash(buffer.WrittenSpan);
    }

    private static void WritePrefixed(ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), bytes.Length);
        buffer.Advance(sizeof(int));
        buffer.Write(bytes);
    }

#pragma warning disable CA5351 // MD5 is the protocol's checksum; nothing relies on it for security
    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
