using System.Buffers;

namespace KakaoWorkflow.Emulator.Servers;

/// <summary>Reads request bodies under a limit.</summary>
internal static class RequestBody
{
    /// <summary>The whole body, or null when it is larger than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(this HttpRequest request, int limitBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limitBytes)
            return null;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            var tooLarge = read.Buffer.Length > limitBytes;
            if (!tooLarge && !read.IsCompleted)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            var body = tooLarge ? (ReadOnlyMemory<byte>?)null : read.Buffer.ToArray();
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return body;
        }
    }
}
