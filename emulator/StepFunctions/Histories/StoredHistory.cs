using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>The form in which events are kept on disk: a JSON array of consecutive events of one execution.</summary>
internal static partial class StoredHistory
{
    private static readonly EventsContext Context = new(new JsonSerializerOptions
    {
        Converters = { new JsonStringEnumConverter<HistoryEventType>() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The events as JSON (UTF-8).</summary>
    public static byte[] Write(IReadOnlyList<HistoryEvent> events) =>
        JsonSerializer.SerializeToUtf8Bytes(events, Context.IReadOnlyListHistoryEvent);

    /// <summary>What <see cref="Write"/> has written.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static IReadOnlyList<HistoryEvent> Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Context.IReadOnlyListHistoryEvent)
        ?? throw new JsonException("Stored events are a JSON array, not null.");

    [JsonSerializable(typeof(IReadOnlyList<HistoryEvent>))]
    private sealed partial class EventsContext : JsonSerializerContext;
}
