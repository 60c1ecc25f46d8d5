using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>
/// An exception as X-Ray shows it, on one line of ASCII for a header. Frames and text are limited, since servers limit headers: Lambda to 1 MiB,
/// Kestrel to 32 KiB for all of them.
/// </summary>
internal static class XRayCause
{
    private const int MaximumFrames = 20;
    private const int MaximumCharacters = 500;

    public static string Write(Exception exception)
    {
        var frames = new StackTrace(exception, true).GetFrames();
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("working_directory", Environment.CurrentDirectory);
            writer.WriteStartArray("exceptions");
            writer.WriteStartObject();
            writer.WriteString("type", ErrorDocument.TypeOf(exception));
            writer.WriteString("message", Shorten(exception.Message));
            writer.WriteStartArray("stack");
            foreach (var frame in frames.Take(MaximumFrames))
            {
                WriteFrame(writer, frame);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartArray("paths");
            foreach (var path in frames.Take(MaximumFrames).Select(frame => frame.GetFileName()).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                writer.WriteStringValue(Shorten(path));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.ASCII.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteFrame(Utf8JsonWriter writer, StackFrame frame)
    {
        var method = DiagnosticMethodInfo.Create(frame);
        writer.WriteStartObject();
        writer.WriteString("path", Shorten(frame.GetFileName() ?? string.Empty));
        writer.WriteNumber("line", frame.GetFileLineNumber());
        writer.WriteString("label", Shorten(method is null ? string.Empty : $"{method.DeclaringTypeName}.{method.Name}"));
        writer.WriteEndObject();
    }

    private static string Shorten(string text) => text.Length <= MaximumCharacters ? text : text[..MaximumCharacters];
}
