using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

/// <summary>
/// The MD5 digests by which SQS and its clients notice a message that was damaged on its way:
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation.
/// </summary>
[SuppressMessage("Security", "CA5351", Justification = "The protocol uses MD5 as a checksum.")]
internal static class MessageDigest
{
    private const byte StringType = 1;
    private const byte BinaryType = 2;

    public static string OfBody(string body) => Hex(MD5.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>Digests name, data type and value of each attribute, in the order of the names. Each part follows its length.</summary>
    public static string OfAttributes(IReadOnlyDictionary<string, MessageAttributeValue> attributes)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            Append(digest, Encoding.UTF8.GetBytes(name));
            Append(digest, Encoding.UTF8.GetBytes(value.DataType));
            if (value.BinaryValue is null)
            {
                digest.AppendData([StringType]);
                Append(digest, Encoding.UTF8.GetBytes(value.StringValue));
            }
            else
            {
                digest.AppendData([BinaryType]);
                Append(digest, value.BinaryValue.ToArray());
            }
        }

        return Hex(digest.GetHashAndReset());
    }

    public static bool Fits(string expected, string actual) => string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase);

    private static void Append(IncrementalHash digest, byte[] part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        digest.AppendData(length);
        digest.AppendData(part);
    }

    private static string Hex(byte[] digest) => Convert.ToHexStringLower(digest);
}
