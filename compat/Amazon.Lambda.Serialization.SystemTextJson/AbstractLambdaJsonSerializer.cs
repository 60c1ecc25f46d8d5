using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// What the System.Text.Json serializers share. Names are written as they are, nulls are left out, reading ignores case, and
/// text outside ASCII is not escaped.
/// </summary>
public abstract class AbstractLambdaJsonSerializer
{
    private readonly bool _echo;

    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
        _echo = string.Equals(
            Environment.GetEnvironmentVariable("LAMBDA_NET_SERIALIZER_DEBUG"), "true", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The options of the writer. A customizer cannot change them, since it is given a copy, as in the official package.</summary>
    protected JsonWriterOptions WriterOptions { get; }

    /// <exception cref="JsonSerializerException">The response cannot be written; the cause is the inner exception.</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            {
                InternalSerialize(writer, response);
            }

            var utf8Json = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
            Echo($"Lambda Serialize {typeof(T).FullName}: ", utf8Json);
            responseStream.Write(utf8Json);
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {exception.Message}",
                exception);
        }
    }

    /// <exception cref="JsonSerializerException">The payload is not JSON of the type; the cause is the inner exception.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            using var buffer = new MemoryStream();
            requestStream.CopyTo(buffer);
            var utf8Json = buffer.ToArray();
            Echo($"Lambda Deserialize {typeof(T).FullName}: ", utf8Json);
            return InternalDeserialize<T>(utf8Json);
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {exception.Message}", exception);
        }
    }

    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        Converters = { new DateTimeConverter(), new MemoryStreamConverter(), new ByteArrayConverter() },
    };

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    private void Echo(string label, ReadOnlySpan<byte> utf8Json)
    {
        if (_echo)
        {
            Console.WriteLine(label + Encoding.UTF8.GetString(utf8Json));
        }
    }
}
