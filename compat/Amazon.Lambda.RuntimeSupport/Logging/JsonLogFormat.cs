using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Writes a record as one JSON object on one line, each argument of the message as a member of its own.</summary>
internal static class JsonLogFormat
{
    private const int MaximumItems = 100;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> OwnMembers = new(StringComparer.Ordinal)
    {
        "timestamp", "level", "requestId", "tenantId", "traceId", "message", "errorType", "errorMessage", "stackTrace",
    };

    public static string Write(LogRecord record)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", record.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            writer.WriteString("level", record.Level.ToString());
            WriteIfKnown(writer, "requestId", record.Invocation.AwsRequestId);
            WriteIfKnown(writer, "tenantId", record.Invocation.TenantId);
            WriteIfKnown(writer, "traceId", record.Invocation.TraceId);
            writer.WriteString("message", record.Message.Text);
            WriteArguments(writer, record.Message);
            WriteException(writer, record.Exception);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteArguments(Utf8JsonWriter writer, MessageTemplate message)
    {
        var names = new HashSet<string>(OwnMembers, StringComparer.Ordinal);
        foreach (var (name, value) in message.Values)
        {
            // A name that is taken would make the object ambiguous. The value is in the message anyway.
            if (names.Add(name))
            {
                writer.WritePropertyName(name);
                WriteValue(writer, value);
            }
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception)
    {
        if (exception is null)
        {
            return;
        }

        writer.WriteString("errorType", exception.GetType().FullName);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in StackTraceLines.Of(exception))
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;

            case bool flag:
                writer.WriteBooleanValue(flag);
                break;

            case byte or sbyte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;

            case ulong number:
                writer.WriteNumberValue(number);
                break;

            case decimal number:
                writer.WriteNumberValue(number);
                break;

            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;

            case float number when float.IsFinite(number):
                writer.WriteNumberValue(number);
                break;

            case DateTime or DateTimeOffset:
                writer.WriteStringValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
                break;

            case IEnumerable items and not string:
                writer.WriteStartArray();
                foreach (var item in items.Cast<object>().Take(MaximumItems))
                {
                    writer.WriteStringValue(Convert.ToString(item, CultureInfo.InvariantCulture));
                }

                writer.WriteEndArray();
                break;

            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteIfKnown(Utf8JsonWriter writer, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }
}
