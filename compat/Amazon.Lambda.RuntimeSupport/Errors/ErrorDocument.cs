using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>An exception as Lambda hands it to the caller. Step Functions matches its <c>errorType</c> in Retry and Catch.</summary>
internal static class ErrorDocument
{
    private const int MaximumBytes = 256 * 1024;
    private const int MaximumCauses = 16;

    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>The name of the exception's class, without its namespace.</summary>
    public static string TypeOf(Exception exception) => exception.GetType().Name;

    /// <summary>Writes at most 256 KB. The causes of a cause are followed sixteen deep.</summary>
    public static byte[] Write(Exception exception)
    {
        var document = Write(writer => WriteException(writer, exception, 0));
        return document.Length <= MaximumBytes
            ? document
            : Write(static writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("errorMessage", "Exception exceeded maximum payload size of 256KB.");
                writer.WriteEndObject();
            });
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            write(writer);
        }

        return buffer.ToArray();
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception, int depth)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", TypeOf(exception));
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in StackTraceLines.Of(exception))
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
        if (depth < MaximumCauses)
        {
            WriteCauses(writer, exception, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteCauses(Utf8JsonWriter writer, Exception exception, int depth)
    {
        if (exception.InnerException is { } cause)
        {
            writer.WritePropertyName("cause");
            WriteException(writer, cause, depth);
        }

        if (exception is AggregateException aggregate)
        {
            writer.WriteStartArray("causes");
            foreach (var inner in aggregate.InnerExceptions)
            {
                WriteException(writer, inner, depth);
            }

            writer.WriteEndArray();
        }
    }
}
