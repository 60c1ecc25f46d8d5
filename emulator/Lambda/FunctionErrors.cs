using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>The error documents that an invocation can end with.</summary>
internal static class FunctionErrors
{
    private const int MaxDocumentBytes = 256 * 1024;

    private static readonly JsonWriterOptions Written = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What Lambda's .NET runtime client writes for an exception: the short class name is the type that a state machine matches.</summary>
    public static byte[] Of(Exception error)
    {
        var document = Write(writer => WriteException(writer, error));
        return document.Length <= MaxDocumentBytes
            ? document
            : Write(writer => writer.WriteString("errorMessage", "Exception exceeded maximum payload size of 256KB."));
    }

    /// <summary>The function did not answer within its time.</summary>
    public static byte[] TimedOut(string requestId, int timeoutSeconds) => Of(
        "Sandbox.Timedout",
        string.Create(CultureInfo.InvariantCulture, $"RequestId: {requestId} Error: Task timed out after {timeoutSeconds}.00 seconds"));

    /// <summary>The function's process ended during an invocation or before it could take one.</summary>
    public static byte[] Exited(string requestId, int exitCode) => Of(
        "Runtime.ExitError",
        exitCode == 0
            ? $"RequestId: {requestId} Error: Runtime exited without providing a reason"
            : $"RequestId: {requestId} Error: Runtime exited with error: exit status {exitCode}");

    /// <summary>The function answered more than Lambda passes on.</summary>
    public static byte[] ResponseTooLarge() => Of(
        "Function.ResponseSizeTooLarge",
        $"Response payload size exceeded maximum allowed payload size ({LambdaLimits.MaxResponseBytes} bytes).");

    /// <summary>A document without a stack.</summary>
    public static byte[] Of(string errorType, string errorMessage) => Write(writer =>
    {
        writer.WriteString("errorType", errorType);
        writer.WriteString("errorMessage", errorMessage);
    });

    private static void WriteException(Utf8JsonWriter writer, Exception error)
    {
        writer.WriteString("errorType", error.GetType().Name);
        writer.WriteString("errorMessage", error.Message);
        if (error.StackTrace is { } stack)
        {
            writer.WriteStartArray("stackTrace");
            foreach (var line in stack.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                writer.WriteStringValue(line);
            writer.WriteEndArray();
        }
        if (error.InnerException is { } inner)
        {
            writer.WriteStartObject("cause");
            WriteException(writer, inner);
            writer.WriteEndObject();
        }
        if (error is AggregateException { InnerExceptions: { Count: > 0 } all })
        {
            writer.WriteStartArray("causes");
            foreach (var one in all)
            {
                writer.WriteStartObject();
                WriteException(writer, one);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Written))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
